import { shorten } from '../text/plainText.ts';

/** UTF-16 units: room for what is added to a long name. */
const maxStem = 180;

/**
 * The name of a copy beside a note: `smith.conflict-2026-05-01-142530.md`, and `…-2.md` for the second of that name.
 * `path` is that of the note, with slashes.
 */
export function conflictFileName(path: string, stamp: string, number: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const end = dot > 0 ? name.slice(dot) : '';
  const count = number > 1 ? `-${number}` : '';
  return `${shorten(stem, maxStem)}.conflict-${stamp}${count}${end}`;
}
