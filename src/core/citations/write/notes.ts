import type { CitationCluster, CitationItem } from '../citation.ts';
import type { WrittenItem } from '../citationWriter.ts';

/** Without the comma that Pandoc's Markdown has before it. */
export function withoutComma(suffix: string): string {
  return suffix.replace(/^,\s*/, '');
}

/** With the comma that LaTeX, Typst and the like put there themselves. */
export function withComma(suffix: string): string {
  return suffix === '' ? '' : `, ${suffix}`;
}

/** The works of a cluster of a syntax that parts notes from the citation itself. */
export function itemsWithCommas({ items }: CitationCluster): readonly WrittenItem[] {
  return items.map((item) => ({ ...written(item), suffix: withComma(item.suffix) }));
}

/** What of a work found in a text is to be written elsewhere. */
export function written({ key, prefix, suffix, suppressAuthor }: CitationItem): WrittenItem {
  return { key, prefix, suffix, suppressAuthor };
}

/** Its notes on one line each; a comma with nothing after it says nothing. */
export function tidy(item: WrittenItem): WrittenItem {
  const suffix = oneLine(item.suffix);
  return { ...item, prefix: oneLine(item.prefix), suffix: withoutComma(suffix) === '' ? '' : suffix };
}

/** Works tidied, as a syntax has them that puts the comma there itself. */
export function withCommas(items: readonly WrittenItem[]): readonly WrittenItem[] {
  return items.map((item) => {
    const one = tidy(item);
    return { ...one, suffix: withComma(withoutComma(one.suffix)) };
  });
}

/** Whether nothing is said of any of them. */
export function arePlain(items: readonly WrittenItem[]): boolean {
  return items.every(({ prefix, suffix, suppressAuthor }) => prefix === '' && suffix === '' && !suppressAuthor);
}

function oneLine(note: string): string {
  return note.replace(/\s*[\r\n]\s*/g, ' ').trim();
}
