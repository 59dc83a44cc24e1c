import { type ReadingState, readingStates } from '../../core/readingLists.ts';
import type { ReaderPlace } from '../../protocol/readerMessages.ts';
import { element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { createCopyMenu } from './copyMenu.ts';
import { icon, type IconName } from './icons.ts';
import { roveFocus } from './rovingFocus.ts';

type Dispatch = (action: ReaderAction) => void;

/** The buttons over the paper. They stay in the page: only their state changes. */
export interface Toolbar {
  readonly elements: readonly HTMLElement[];
  /** Shows the state of the paper; of its place the last one known where none is said yet, so that nothing flickers. */
  render(shown: { readonly place: ReaderPlace | undefined; readonly reading: ReadingState | undefined }): void;
}

const stateNames: Readonly<Record<ReadingState, string>> = { unread: 'Unread', reading: 'Reading', read: 'Read' };

/** Makes the toolbar; what the writer does goes to `dispatch`. */
export function createToolbar(dispatch: Dispatch): Toolbar {
  const go = (to: 'back' | 'forward' | 'previous' | 'next', name: string, keys: string) =>
    tool({ icon: to, name, title: `${name} (${keys})` }, () => dispatch({ type: 'go', to }));
  const moves = [
    ['canGoBack', go('back', 'Back', 'Alt+Left')],
    ['canGoForward', go('forward', 'Forward', 'Alt+Right')],
    ['hasPrevious', go('previous', 'Previous paper', 'Alt+Up')],
    ['hasNext', go('next', 'Next paper', 'Alt+Down')],
  ] as const;
  // Until the host says where one can go.
  for (const [, one] of moves) one.setAttribute('aria-disabled', 'true');
  let pinned = false;
  const pin = tool({ icon: 'pin', name: 'Pin', title: 'Keep this paper in its own tab' }, () =>
    dispatch({ type: 'pin', pinned: !pinned }),
  );
  const insert = tool({ icon: 'cite', name: 'Insert citation', text: true, kind: 'primary' }, () =>
    dispatch({ type: 'ask', what: 'insertCitation' }),
  );
  // The menu opens it.
  const copy = tool({ icon: 'copy', name: 'Copy as', text: true }, () => undefined);
  copy.append(icon('menu'));
  const open = tool({ icon: 'note', name: 'Open note as file', text: true }, () =>
    dispatch({ type: 'ask', what: 'openNote' }),
  );
  const { group, states } = createStates(dispatch);
  const attributes = { class: 'toolbar', role: 'toolbar', 'aria-label': 'Paper' };
  const bar = element(
    'div',
    { attributes },
    element('div', { attributes: { class: 'tools' } }, ...moves.map(([, one]) => one), pin),
    element('div', { attributes: { class: 'tools' } }, insert, copy, open),
    group,
  );
  roveFocus(bar);
  return {
    elements: [bar, createCopyMenu(copy, dispatch)],
    render({ place, reading }) {
      if (place !== undefined) {
        for (const [name, one] of moves) one.setAttribute('aria-disabled', String(!place[name]));
        ({ pinned } = place);
        pin.setAttribute('aria-pressed', String(pinned));
      }
      for (const [state, one] of states) one.setAttribute('aria-checked', String(state === (reading ?? 'unread')));
    },
  };
}

function createStates(dispatch: Dispatch) {
  const states = readingStates.map((reading) => {
    const name = stateNames[reading];
    const one = element(
      'button',
      {
        attributes: { type: 'button', role: 'radio', class: 'state', 'data-focus': `state-${reading}` },
        onClick: () => dispatch({ type: 'markAs', reading }),
      },
      name,
    );
    return [reading, one] as const;
  });
  const attributes = { class: 'states', role: 'radiogroup', 'aria-label': 'Reading state' };
  return { states, group: element('div', { attributes }, ...states.map(([, one]) => one)) };
}

interface Look {
  readonly icon: IconName;
  readonly name: string;
  readonly title?: string;
  /** The name stands beside the picture, where there is room. */
  readonly text?: boolean;
  readonly kind?: string;
}

/** A button that does nothing while it is `aria-disabled`. */
function tool(
  { icon: picture, name, title = name, text = false, kind = '' }: Look,
  run: () => void,
): HTMLButtonElement {
  const attributes = {
    type: 'button',
    class: `tool ${kind}`.trim(),
    title,
    'aria-label': text ? undefined : name,
    'data-focus': picture,
  };
  const label = text ? [element('span', { attributes: { class: 'label' } }, name)] : [];
  const made = element('button', { attributes }, icon(picture), ...label);
  made.addEventListener('click', () => {
    if (made.getAttribute('aria-disabled') !== 'true') run();
  });
  return made;
}
