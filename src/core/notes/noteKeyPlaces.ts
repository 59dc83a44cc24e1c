import { locateFrontMatter } from '../bibliography/frontMatterRange.ts';
import type { OffsetRange } from '../citations/citation.ts';
import { noteIds } from './noteIdentity.ts';

/** A note is about few papers, and a key stands in few places of its front matter. */
const mostKeys = 20;
const mostTries = 20;
/** Takes the place of a key to see whether the note is about another paper then. */
const probe = 'x-probe-x';

/** A key that the front matter of a note names as its paper, and where it stands there. */
export interface NoteKeyPlace extends OffsetRange {
  readonly key: string;
}

/**
 * Where the front matter of a note names the papers that the note is about: those of `noteIds`, without `@`, brackets and
 * quotes. A key that stands there in another spelling, such as with YAML's escapes, is left out. Total; linear.
 */
export function noteKeyPlaces(text: string): readonly NoteKeyPlace[] {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return [];
  const head = text.slice(0, range.end);
  const ids = noteIds(head);
  return ids.slice(0, mostKeys).flatMap((key) => placesOf(key, head, ids));
}

function placesOf(key: string, head: string, ids: readonly string[]): readonly NoteKeyPlace[] {
  const places: NoteKeyPlace[] = [];
  let start = head.indexOf(key);
  for (let tries = 0; start !== -1 && tries < mostTries; tries += 1) {
    const end = start + key.length;
    if (isPlace(head, { start, end }, ids)) places.push({ key, start, end });
    start = head.indexOf(key, end);
  }
  return places;
}

/** Whether another text there is another key, and nothing else. */
function isPlace(head: string, { start, end }: OffsetRange, ids: readonly string[]): boolean {
  const key = head.slice(start, end);
  const others = noteIds(head.slice(0, start) + probe + head.slice(end));
  const news = others.filter((id) => !ids.includes(id));
  const lost = ids.filter((id) => !others.includes(id));
  // A key that stands there twice is not lost by one change.
  return news.length === 1 && news[0] === probe && lost.every((id) => id === key);
}
