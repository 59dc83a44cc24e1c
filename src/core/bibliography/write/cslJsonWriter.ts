import type { PaperFields } from '../../paper.ts';
import type { CslItem } from '../cslItem.ts';
import { cslItemOf } from '../cslJson.ts';
import { cslText } from '../cslText.ts';

/** Names by which programs find the key of an item. */
const reserved = ['citation-key', 'citekey'];

/** How a CSL item is written. */
export interface CslOptions {
  /** With the abstract. Off by default: a bibliography is read by people too. */
  readonly abstract?: boolean | undefined;
  /** White space of one level; `''` writes the item on one line. */
  readonly indent?: string | undefined;
}

/** A CSL-JSON item (one JSON object) with all that is known of a paper. */
export function formatCslItem(paper: PaperFields, id: string, options: CslOptions = {}): string {
  return JSON.stringify(writtenItem(paper, id, options), undefined, options.indent ?? '  ');
}

/**
 * The item as it stands in a file: fields that CSL has no variable for stand behind all others under their own names, which
 * programs pass over.
 */
export function writtenItem(paper: PaperFields, id: string, { abstract }: Pick<CslOptions, 'abstract'>): object {
  const item = withArxiv(cslItemOf({ ...paper, key: id }), paper);
  const members: (readonly [string, unknown])[] = Object.entries(item).filter(
    ([name]) => abstract === true || name !== 'abstract',
  );
  const names = new Set<string>([...Object.keys(item), 'abstract', ...reserved]);
  for (const [name, value] of paper.details?.other ?? []) {
    if (names.has(name)) continue;
    names.add(name);
    members.push([name, cslText(value)]);
  }
  return Object.fromEntries(members);
}

/** Where all places for arXiv's id are taken, a line of the note says it, as people write it into Zotero's "Extra". */
function withArxiv(item: CslItem, { arxiv }: PaperFields): CslItem {
  const { number, archive_location: location, URL: url, note } = item;
  if (arxiv === undefined || [number, location, url].some((place) => place?.includes(arxiv))) return item;
  return { ...item, note: [note, `arXiv: ${arxiv}`].filter((line) => line !== undefined).join('\n') };
}
