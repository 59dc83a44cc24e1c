import type { FieldMask } from '../searchFields.ts';
import type { Word } from '../tokenizer.ts';
import type { Condition } from './condition.ts';
import { allFields, headFields, maskOf, noteMask } from '../searchFields.ts';
import { stopWords } from '../stopWords.ts';
import { queryWordsOf } from '../tokenizer.ts';
import { parseCondition } from './condition.ts';

/** A word to look for. */
export interface QueryWord {
  readonly term: string;
  /** It may go on: nothing follows it in the query. */
  readonly open: boolean;
  /** The fields in which it counts. */
  readonly mask: FieldMask;
}

/** Words that must stand together. */
export interface QueryPhrase {
  readonly terms: readonly string[];
  /** The last word may go on. */
  readonly open: boolean;
  readonly mask: FieldMask;
}

/** What a query asks for. At least one of the lists has something. */
export interface SearchQuery {
  /** The different words that papers must have, without those of `phrases`; function words only where there is nothing else. */
  readonly words: readonly QueryWord[];
  /** The words that stand for themselves, function words included, in their order: perhaps a title. */
  readonly plain: readonly string[];
  /** Whether the last of `plain` may go on. */
  readonly open: boolean;
  readonly phrases: readonly QueryPhrase[];
  readonly conditions: readonly Condition[];
  readonly without: Pick<SearchQuery, 'words' | 'phrases' | 'conditions'>;
}

/** Longer queries are cut; of words, phrases and filters the first so many count. */
const maxLength = 400;
const maxWords = 16;

const fieldMasks: ReadonlyMap<string, FieldMask> = new Map([
  ['title', maskOf('title', 'forms')],
  ['author', maskOf('authors', 'lead')],
  ['venue', maskOf('venue')],
  ['keyword', maskOf('keywords')],
  ['abstract', maskOf('abstract')],
  ['note', noteMask],
]);
const conditionFields = ['year', 'key', 'theme', 'has', 'is'];

/** What may stand before a colon. */
export const fieldNames: readonly string[] = [...fieldMasks.keys(), ...conditionFields];

/** `-`, a field, and words between quotation marks (perhaps not closed yet) or up to a space. */
const piece = new RegExp(
  `(-?)(?:(${fieldNames.join('|')}):)?(?:["\u201C\u201E]([^"\u201C\u201D]*)(["\u201C\u201D]?)|(\\S+))`,
  'giu',
);

class QueryReader {
  readonly #joined: boolean;
  readonly words: QueryWord[] = [];
  readonly plain: Word[] = [];
  readonly phrases: QueryPhrase[] = [];
  readonly conditions: Condition[] = [];
  readonly without = { words: [] as QueryWord[], phrases: [] as QueryPhrase[], conditions: [] as Condition[] };
  open = false;

  /** With `joined`, compounds of plain words are taken as one word. */
  constructor(joined: boolean) {
    this.#joined = joined;
  }

  read(text: string): void {
    for (const match of text.matchAll(piece)) {
      const [whole, minus = '', field = '', quoted, close = '', bare = ''] = match;
      const isLast = match.index + whole.length === text.length;
      const value = quoted ?? bare;
      const isOpen = isLast && close === '';
      const isExcluded = minus !== '' && /^[\p{L}\p{N}"\u201C\u201E]/u.test(whole.slice(1));
      const name = field.toLowerCase();
      if (name === '' && /^[a-z]+:$/i.test(bare) && isField(bare.slice(0, -1))) continue;
      if (conditionFields.includes(name)) {
        const condition = parseCondition(name, value, isOpen);
        if (condition === 'unfinished') continue;
        if (condition !== undefined) (isExcluded ? this.without : this).conditions.push(condition);
        else this.#readPlain(`${name} ${value}`, isOpen);
      } else {
        const part = { isOpen, isExcluded, mask: fieldMasks.get(name) ?? allFields };
        if (quoted !== undefined) this.#readPhrase(value, part);
        else if (name !== '' || isExcluded) this.#readWords(value, part);
        else this.#readPlain(value, isOpen);
      }
    }
  }

  #readPlain(text: string, isOpen: boolean): void {
    const whole = this.#joined
      ? text.replace(/(?<=[\p{L}\p{N}\p{M}\p{DI}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu, '')
      : text;
    const words = queryWordsOf(whole);
    this.plain.push(...words);
    this.open = isOpen && words.at(-1)?.end === whole.length;
  }

  #readWords(text: string, part: PieceOptions): void {
    const words = queryWordsOf(text);
    const target = part.isExcluded ? this.without.words : this.words;
    for (const [index, { term, end }] of words.entries()) {
      const isLast = index === words.length - 1 && end === text.length;
      const open = isLast && !part.isExcluded && (part.isOpen || namesMask(part.mask));
      target.push({ term, open, mask: part.mask });
    }
  }

  #readPhrase(text: string, { isOpen, isExcluded, mask }: PieceOptions): void {
    const words = queryWordsOf(text);
    const last = words.at(-1);
    if (last === undefined) return;
    const open = isOpen && !isExcluded && last.end === text.length;
    (isExcluded ? this.without : this).phrases.push({ terms: words.map(({ term }) => term), open, mask });
  }
}

interface PieceOptions {
  readonly isOpen: boolean;
  readonly isExcluded: boolean;
  readonly mask: FieldMask;
}

/**
 * Reads a query as typed; `undefined` when it asks for nothing. Whatever is no filter is words: unknown fields, a year
 * that is none, quotation marks within a word. With `joined`, plain compounds are read as one word (`pre-training` as
 * `pretraining`). Total; linear in the length of the text.
 */
export function parseQuery(text: string, { joined = false } = {}): SearchQuery | undefined {
  const reader = new QueryReader(joined);
  reader.read(text.slice(0, maxLength).trimStart());
  const { open } = reader;
  const plain = reader.plain.map(({ term }) => term);
  const words = different([...reader.words, ...tellingWords({ terms: plain, open, mask: allFields })]);
  const phrases = distinct(reader.phrases);
  const conditions = distinct(reader.conditions);
  const without = {
    words: different(reader.without.words),
    phrases: distinct(reader.without.phrases),
    conditions: distinct(reader.without.conditions),
  };
  const isEmpty = [words, phrases, conditions, ...Object.values(without)].every(({ length }) => length === 0);
  return isEmpty ? undefined : { words, plain, open, phrases, conditions, without };
}

/** All words that papers must have, those of phrases, too. */
export function requiredWords({ words, phrases }: SearchQuery): readonly QueryWord[] {
  return different([...words, ...phrases.flatMap(tellingWords)]);
}

/** Function words amongst others, as far as they are typed to the end: they need not be there, but "He 2017" means someone. */
export function optionalWords(query: SearchQuery): readonly QueryWord[] {
  const required = new Set(requiredWords(query).map(({ term }) => term));
  const terms = query.open ? query.plain.slice(0, -1) : query.plain;
  return different(
    terms.filter((term) => !required.has(term)).map((term) => ({ term, open: false, mask: headFields })),
  );
}

/** Whether the query has a compound that could be written as one word. */
export function hasCompound(text: string): boolean {
  return /[\p{L}\p{N}\p{M}\p{DI}][-\u2010\u2011][\p{L}\p{N}]/u.test(text.slice(0, maxLength));
}

/** Function words only where there is nothing else. */
function tellingWords({ terms, open, mask }: QueryPhrase): readonly QueryWord[] {
  const words = terms.map((term, index) => ({ term, open: open && index === terms.length - 1, mask }));
  const telling = words.filter(({ term }) => !stopWords.has(term));
  return telling.length > 0 ? telling : words;
}

/** Each word once in each place, open where one of them is. */
function different(words: readonly QueryWord[]): readonly QueryWord[] {
  const byName = new Map<string, QueryWord>();
  for (const word of words) {
    const name = `${word.term} ${String(word.mask)}`;
    const known = byName.get(name);
    if (known === undefined || !word.open) byName.set(name, known ?? word);
  }
  return [...byName.values()].slice(0, maxWords);
}

/** Each phrase or condition once: every one is asked of every paper. */
function distinct<T extends QueryPhrase | Condition>(asked: readonly T[]): readonly T[] {
  const byName = new Map(asked.map((one) => [JSON.stringify(one), one]));
  return [...byName.values()].slice(0, maxWords);
}

/** Names of people and places may always go on: few know them to the end. */
function namesMask(mask: FieldMask): boolean {
  return mask === fieldMasks.get('author') || mask === fieldMasks.get('venue');
}

function isField(name: string): boolean {
  return fieldNames.includes(name.toLowerCase());
}
