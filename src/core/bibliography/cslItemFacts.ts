import { foldCase } from '../library/paperIdentity.ts';
import { arxivIdOf, type EntryFacts } from './entryIndex.ts';

/** The facts of a CSL item. Picks the few known members; anything may stand in a file. */
export function factsOfItem(item: unknown): EntryFacts {
  const get = (name: string): unknown =>
    typeof item === 'object' && item !== null && Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
  const text = (name: string) => {
    const value = get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const author = get('author');
  return {
    key: text('id'),
    title: text('title').replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/g, ''),
    authors: Array.isArray(author) ? author.slice(0, 1).map(nameText) : [],
    doi: foldCase(text('DOI')).replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') || undefined,
    arxiv: arxivIdOf(text('number')) ?? arxivIdOf(text('URL')),
    year: yearIn(get('issued')),
  };
}

function nameText(name: unknown): string {
  if (typeof name !== 'object' || name === null) return '';
  const parts: unknown[] = ['given', 'family', 'literal'].map((part): unknown => Reflect.get(name, part));
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** The first four-digit number of a date in any of CSL's forms. */
function yearIn(issued: unknown): number | undefined {
  const dates: unknown = typeof issued === 'object' && issued !== null ? Reflect.get(issued, 'date-parts') : undefined;
  const first: unknown = Array.isArray(dates) ? dates[0] : undefined;
  const year: unknown = Array.isArray(first) ? first[0] : undefined;
  return typeof year === 'number' || typeof year === 'string'
    ? Number(/\d{4}/.exec(String(year))?.[0]) || undefined
    : undefined;
}
