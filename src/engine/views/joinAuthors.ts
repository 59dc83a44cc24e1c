import type { AuthorName } from './authorName.ts';

/** One way to write a name. */
export interface Spelling {
  readonly name: AuthorName;
  /** How many papers have it. */
  readonly count: number;
}

/** All spellings by their keys, and who wrote with whom. */
export interface Spellings {
  readonly byKey: ReadonlyMap<string, readonly Spelling[]>;
  /** Family names (folded) of those who wrote with the author of a spelling. */
  besideOf(name: AuthorName): Iterable<string>;
}

/** Spellings that mean one person. */
export interface Author {
  readonly id: string;
  readonly label: string;
  readonly family: string;
  readonly familyKey: string;
}

/**
 * Joins the spellings of one person where that is safe: names that differ only in case, accents or punctuation; a full
 * name with and without its middle names, when nobody else in the library could be meant; initials and the only full
 * name that they fit, when both wrote with the same person. Linear.
 */
export function joinAuthors(spellings: Spellings): ReadonlyMap<string, Author> {
  const authors = new Map<string, Author>();
  for (const named of bySameBeginning(spellings.byKey)) {
    for (const keys of personsOf(named, spellings)) {
      const author = authorOf(keys, spellings);
      for (const key of keys) authors.set(key, author);
    }
  }
  return authors;
}

/** Keys of the same family name and first initial. */
function bySameBeginning(spellings: Spellings['byKey']): Iterable<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, [spelling]] of spellings) {
    const [first = ''] = spelling?.name.given ?? [];
    const beginning = `${spelling?.name.familyKey ?? ''}|${firstLetter(first)}`;
    const group = groups.get(beginning);
    if (group === undefined) groups.set(beginning, [key]);
    else group.push(key);
  }
  return groups.values();
}

function personsOf(keys: readonly string[], spellings: Spellings): readonly (readonly string[])[] {
  if (keys.length === 1) return [keys];
  const given = new Map(keys.map((key) => [key, spellings.byKey.get(key)?.[0]?.name.given ?? []]));
  const wordsOf = (key: string): readonly string[] => given.get(key) ?? [];
  const full = new Map<string, string[]>();
  const initials: string[] = [];
  for (const key of keys) {
    const [first = ''] = wordsOf(key);
    if (isInitial(first)) initials.push(key);
    else full.set(first, [...(full.get(first) ?? []), key]);
  }
  const persons = [...full.values()].flatMap((named) => samePerson(named, wordsOf));
  const [only] = persons;
  if (only === undefined || persons.length > 1) return [...persons, ...initials.map((key) => [key])];
  const known = withWhom(only, spellings);
  const fullest = fullestOf(only, wordsOf);
  const joins = (key: string): boolean =>
    fits(wordsOf(key), wordsOf(fullest)) && [...withWhom([key], spellings)].some((family) => known.has(family));
  return [[...only, ...initials.filter(joins)], ...initials.filter((key) => !joins(key)).map((key) => [key])];
}

/** All keys with the same first name are one person, when the fullest of them fits all others; else each is one. */
function samePerson(
  keys: readonly string[],
  wordsOf: (key: string) => readonly string[],
): readonly (readonly string[])[] {
  const fullest = wordsOf(fullestOf(keys, wordsOf));
  return keys.every((key) => fits(wordsOf(key), fullest)) ? [keys] : keys.map((key) => [key]);
}

function fullestOf(keys: readonly string[], wordsOf: (key: string) => readonly string[]): string {
  const weight = (key: string): number => wordsOf(key).length * 1_000 + wordsOf(key).join('').length;
  return keys.reduce((best, key) => (weight(key) > weight(best) ? key : best));
}

/** Whether given names may be those of a fuller name. */
function fits(given: readonly string[], fuller: readonly string[]): boolean {
  return given.every((word, at) => {
    const other = fuller[at] ?? '';
    return word === other || (isInitial(word) ? other.startsWith(word) : isInitial(other) && word.startsWith(other));
  });
}

function isInitial(word: string): boolean {
  return firstLetter(word) === word;
}

function firstLetter(word: string): string {
  return String.fromCodePoint(...[word.codePointAt(0)].filter((code) => code !== undefined));
}

function withWhom(keys: readonly string[], spellings: Spellings): ReadonlySet<string> {
  const families = new Set<string>();
  for (const key of keys) {
    for (const { name } of spellings.byKey.get(key) ?? []) {
      for (const family of spellings.besideOf(name)) families.add(family);
    }
  }
  return families;
}

/** By the spelling that is fullest, of those the most frequent one, of those the first. */
function authorOf(keys: readonly string[], spellings: Spellings): Author {
  const wordsOf = (key: string): readonly string[] => spellings.byKey.get(key)?.[0]?.name.given ?? [];
  const fullest = fullestOf(keys, wordsOf);
  const written = spellings.byKey.get(fullest) ?? [];
  const best = written.reduce<Spelling | undefined>(
    (most, one) => (most === undefined || one.count > most.count ? one : most),
    undefined,
  );
  const { label = '', family = '', familyKey = '' } = best?.name ?? {};
  return { id: `author:${fullest}`, label, family, familyKey };
}
