import { parseReaderSavedState, parseToReader, type ReaderSavedState } from '../protocol/parseReaderMessage.ts';
import { keepFocus } from './keepFocus.ts';
import { createHostBanner } from './note/hostBanner.ts';
import { watchHost } from './note/watchHost.ts';
import { KeptPages, sharedStorage } from './note/keptPages.ts';
import { browserLocks, liveIn, livingSessions } from './note/livingSessions.ts';
import { initialReaderState, type ReaderAction, type ReaderEffect, type ReaderState, update } from './readerState.ts';
import { createReaderView } from './readerView.ts';
import { acquireReaderApi, type ReaderVscodeApi } from './vscodeApi.ts';

/** Wires page, reducer and host together: everything that happens becomes an action, every effect is run here. */
function startReader(api: ReaderVscodeApi, root: HTMLElement): void {
  let state: ReaderState = initialReaderState;
  const { session = '', folder = '', rescue } = root.dataset;
  const kept = new KeptPages({ setState: (next) => api.setState(next), storage: sharedStorage(), folder, session });
  liveIn(session, browserLocks());

  const run = (effect: ReaderEffect) => {
    switch (effect.type) {
      case 'post':
        return api.post(effect.message);
      case 'keep':
        return kept.keep(effect.state);
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
  const banner = createHostBanner(() => state.note?.text ?? state.restored?.text ?? '');
  root.before(banner.element);
  const heard = watchHost({
    post: (message) => api.post(message),
    gone: (gone) => {
      banner.render(gone);
      dispatch({ type: 'hostGone', gone });
    },
  });
  addEventListener('message', (event: MessageEvent<unknown>) => {
    // What the parser refuses is dropped: the page has nobody to tell.
    const message = parseToReader(event.data);
    if (!message.ok) return;
    heard();
    if (message.value.type !== 'pong') dispatch({ type: 'message', message: message.value });
  });
  const flush = () => {
    dispatch({ type: 'flush' });
    kept.flush();
  };
  addEventListener('pagehide', flush);
  addEventListener('beforeunload', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  keepFocus();
  void begin(kept, beginning(api, kept, rescue), dispatch);
}

interface Beginning {
  readonly saved: ReaderSavedState | undefined;
  readonly rescued?: boolean;
}

/** Starts the page: at once, unless pages that have ended have left something that may be brought to the host now. */
async function begin(kept: KeptPages, own: Beginning, dispatch: (action: ReaderAction) => void): Promise<void> {
  let { saved } = own;
  if (saved?.unsaved === undefined && kept.othersLeft) {
    const living = await livingSessions(browserLocks());
    const unsaved = living && kept.adopt(living);
    if (unsaved !== undefined) saved = { key: saved?.key ?? unsaved.key, unsaved };
  }
  dispatch({ type: 'start', ...own, saved });
}

/** What the page begins with: its own state, or what a page has left whose host has ended and whose place it takes. */
function beginning(api: ReaderVscodeApi, kept: KeptPages, rescue: string | undefined): Beginning {
  const own = parseReaderSavedState(api.getState());
  if (own.ok) {
    kept.goesOn(own.value);
    return { saved: own.value };
  }
  const found = rescue === undefined ? undefined : kept.rescue(rescue);
  return found === undefined ? { saved: undefined } : { saved: found, rescued: true };
}

const root = document.getElementById('root');
if (root !== null) startReader(acquireReaderApi(), root);
