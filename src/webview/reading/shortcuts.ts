import type { ReaderAction } from '../readerState.ts';

type Direction = Extract<ReaderAction, { type: 'go' }>['to'];

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'back'],
  ['ArrowRight', 'forward'],
  ['ArrowUp', 'previous'],
  ['ArrowDown', 'next'],
]);

/**
 * Alt with an arrow key goes to another paper, as browsers do it; never from where text is written, since there these keys
 * move the caret or a line. VS Code does not hear of the key: it would go back, too.
 */
export function listenToShortcuts(dispatch: (action: ReaderAction) => void): void {
  document.addEventListener('keydown', (event) => {
    const to =
      event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? directions.get(event.key) : undefined;
    if (to === undefined || isWriting(event.composedPath()[0])) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) dispatch({ type: 'go', to });
  });
}

/** `target` is what the key was really pressed in: the editor of the note is a tree of its own. */
function isWriting(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input, select'));
}
