import { parseReaderSavedState, parseToReader } from '../protocol/parseReaderMessage.ts';
import { keepFocus } from './keepFocus.ts';
import { initialReaderState, type ReaderAction, type ReaderEffect, type ReaderState, update } from './readerState.ts';
import { createReaderView } from './readerView.ts';
import { acquireReaderApi, type ReaderVscodeApi } from './vscodeApi.ts';

/** Wires page, reducer and host together: everything that happens becomes an action, every effect is run here. */
function startReader(api: ReaderVscodeApi, root: HTMLElement): void {
  let state: ReaderState = initialReaderState;

  const run = (effect: ReaderEffect) => {
    switch (effect.type) {
      case 'post':
        return api.post(effect.message);
      case 'keep':
        return api.setState(effect.state);
      case 'focusNote':
        return view.focusNote();
      case 'after':
        setTimeout(() => dispatch(effect.action), effect.milliseconds);
    }
  };

  const dispatch = (action: ReaderAction) => {
    const [next, effects] = update(state, action);
    state = next;
    // First what must not be lost, then what is seen.
    for (const effect of effects) run(effect);
    view.render(state);
  };

  const view = createReaderView(root, dispatch);
  addEventListener('message', (event: MessageEvent<unknown>) => {
    // What the parser refuses is dropped: the page has nobody to tell.
    const message = parseToReader(event.data);
    if (message.ok) dispatch({ type: 'message', message: message.value });
  });
  const flush = () => dispatch({ type: 'flush' });
  addEventListener('pagehide', flush);
  addEventListener('beforeunload', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  keepFocus();
  const saved = parseReaderSavedState(api.getState());
  dispatch({ type: 'start', saved: saved.ok ? saved.value : undefined });
}

const root = document.getElementById('root');
if (root !== null) startReader(acquireReaderApi(), root);
