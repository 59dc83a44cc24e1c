import { foldCase } from '../../library/paperIdentity.ts';
import type { PaperFields } from '../../paper.ts';
import { writtenItem } from '../write/cslJsonWriter.ts';

/** A member of a CSL item. */
export type CslMember = readonly [name: string, value: unknown];

/** What brings a CSL item up to what is known of its paper. */
export interface CslItemUpdate {
  /** Members that say something else. */
  readonly replaced: readonly CslMember[];
  /** Members that are missing or empty. */
  readonly added: readonly CslMember[];
}

/** Members that people fill by their own lights: they are added, never overwritten. */
const own = new Set(['type', 'id', 'keyword', 'note', 'abstract', 'language', 'annote', 'URL', 'accessed', 'source']);
const names = new Set(['author', 'editor', 'translator', 'container-author', 'collection-editor']);
const dates = new Set(['issued', 'event-date', 'original-date']);

/** By the same rules as for .bib files: no member is taken away, one that says the same in other words stays as it is written. */
export function cslItemUpdate(item: ReadonlyMap<string, unknown>, paper: PaperFields): CslItemUpdate {
  const known: readonly CslMember[] = Object.entries(writtenItem(paper, '', { abstract: false }));
  const added = known.filter(([name]) => name !== 'id' && name !== 'type' && isEmpty(item.get(name)));
  const replaced = known.filter(([name, value]) => {
    const before = item.get(name);
    return !isEmpty(before) && !own.has(name) && !saysTheSame(name, before, value);
  });
  return { replaced, added };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

function saysTheSame(name: string, before: unknown, known: unknown): boolean {
  if (names.has(name)) return familiesOf(before).join('\n') === familiesOf(known).join('\n');
  // A day, a range: more exact is not other.
  if (dates.has(name)) return yearOf(before) === yearOf(known);
  const [one, other] = [folded(before), folded(known)];
  // An address holds the DOI that it leads to.
  return one === other || one.startsWith(other) || (name === 'DOI' && one.endsWith(other));
}

function familiesOf(people: unknown): readonly string[] {
  if (!Array.isArray(people)) return [];
  return people.map((person: unknown) => {
    if (typeof person !== 'object' || person === null) return folded(person);
    const family: unknown = Reflect.get(person, 'family') ?? Reflect.get(person, 'literal');
    return folded(family).split(' ').at(-1) ?? '';
  });
}

function yearOf(date: unknown): string | undefined {
  return /\d{4}/.exec(typeof date === 'string' ? date : JSON.stringify(date))?.[0];
}

function folded(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return foldCase(text.replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
