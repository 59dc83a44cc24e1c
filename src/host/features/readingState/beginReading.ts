import type * as vscode from 'vscode';
import type { Services } from '../../services.ts';

/** Whoever flicks through papers stays less long with one. */
const lookMilliseconds = 3_000;

/** An unread paper that the reader shows for a while is begun. */
export function beginReading({ shownPaper, readingStates, guard }: Services): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsFor: string | undefined;

  function follow(): void {
    const shown = shownPaper.current;
    const key = shown?.visible === true ? shown.paper.key : undefined;
    // Only the focus went elsewhere: the paper is still looked at.
    if (key === waitsFor) return;
    clearTimeout(timer);
    waitsFor = key;
    if (shown === undefined || key === undefined) return;
    timer = setTimeout(
      () => guard.background('begin a paper', () => readingStates.begin(shown.paper)),
      lookMilliseconds,
    );
  }
  const subscription = shownPaper.onDidChange(follow);
  return {
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}
