import { isoDate } from '../../text/isoDate.ts';
import { plainLine } from '../../text/plainMarkup.ts';
import type { RecordDraft } from '../recordDraft.ts';

const arxivText = /\barxiv\s?:\s?(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})/i;
const issn = /^\d{4}-?\d{3}[\dXx]$/;
const isbn = /^(?:97[89])?\d{9}[\dXx]$/;

/** From the first and the last page; either may hold both. */
export function pagesOf(from: string, to = ''): string {
  const [start, end] = [from, to].map((text) => plainLine(text).replace(/ ?[‐-―−-]+ ?/g, '-'));
  if (start === undefined || start === '' || end === undefined) return end ?? '';
  return end === '' || end === start || start.includes('-') ? start : `${start}-${end}`;
}

/**
 * Of several dates the most exact one of the year that `year` says, or else the first says. Dates without a year
 * (`May 19`, as EndNote writes them) are of that year.
 */
export function dateOf(year: string, ...dates: readonly string[]): string | undefined {
  const known = [year, ...dates].map(isoDate).find((date) => date !== undefined);
  if (known === undefined) return undefined;
  const sameYear = known.slice(0, 4);
  const complete = dates.filter((text) => text !== '').map((text) => isoDate(text) ?? isoDate(`${text} ${sameYear}`));
  return complete
    .filter((date) => date !== undefined && date.startsWith(sameYear))
    .reduce((best, date) => (date !== undefined && date.length > (best?.length ?? 0) ? date : best), known);
}

/** Takes the first ISSN and the first ISBN out of texts such as `1476-4687 (Electronic)`; what is neither stays a field called `tag`. */
export function readSerialNumbers(draft: RecordDraft, tag: string, texts: readonly string[]): void {
  for (const text of texts) {
    const whole = text.replace(/[\s-]/g, '');
    const words = isbn.test(whole) ? [text.trim()] : text.split(/[^\dXx-]+/);
    const isbns = words.filter((word) => isbn.test(word.replace(/[\s-]/g, '')));
    const issns = words.filter((word) => issn.test(word));
    draft.variable('ISBN', isbns[0]);
    draft.variable('ISSN', issns[0]);
    if (isbns.length === 0 && issns.length === 0) draft.other(tag, plainLine(text));
  }
}

/**
 * Takes arXiv's id out of what names a journal, publisher, database or number: `arXiv preprint arXiv:1706.03762`; a bare id
 * only where one of `places` is arXiv.
 */
export function readArxiv(draft: RecordDraft, places: readonly string[], numbers: readonly string[]): void {
  for (const text of [...numbers, ...places]) draft.arxiv(arxivText.exec(text.slice(0, 500))?.[1] ?? '');
  if (places.some((text) => /\barxiv\b/i.test(text.slice(0, 500)))) for (const text of numbers) draft.arxiv(text);
}

/** Addresses, as many to a field as there are. */
export function readUrls(draft: RecordDraft, texts: readonly string[]): void {
  for (const text of texts) for (const word of text.split(/\s+/)) draft.url(word.replace(/[;,]$/, ''));
}
