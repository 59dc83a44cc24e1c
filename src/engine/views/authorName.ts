import type { Paper } from '../../core/paper.ts';
import type { PersonName } from '../../core/personName.ts';
import { parsePlainName } from '../../core/names/parsePlainName.ts';
import { tokenize } from '../../core/search/tokenizer.ts';

/** An author as one file writes the name. */
export interface AuthorName {
  /** `Family, Given`: as lists of authors are ordered. */
  readonly label: string;
  /** `Family` as it is shown. */
  readonly family: string;
  /** Family name and given names without case, accents and punctuation. */
  readonly familyKey: string;
  readonly given: readonly string[];
  /** What spellings of one name have in common, whatever their case and accents. */
  readonly key: string;
}

/** Stands where files leave authors out. */
const others = new Set(['et al', 'et al.', 'others', 'and others', 'anonymous', 'unknown', 'n/a', '-']);

/** Reads names, each spelling once: the same spelling is the same object. */
export class AuthorNames {
  readonly #ofPaper = new WeakMap<Paper, readonly AuthorName[]>();
  readonly #plain = new Map<string, AuthorName | undefined>();
  /** Of those whose file tells their parts. By the whole name, then the family name. */
  readonly #parted = new Map<string, Map<string, AuthorName | undefined>>();

  /** The authors of a paper in their order, each once; what names nobody is left out. */
  of(paper: Paper): readonly AuthorName[] {
    const known = this.#ofPaper.get(paper);
    if (known !== undefined) return known;
    const { authors, details } = paper;
    const parts = details?.names?.author;
    const names = new Set(authors.map((author, index) => this.#read(author, parts?.[index])));
    const read = [...names].filter((name) => name !== undefined);
    this.#ofPaper.set(paper, read);
    return read;
  }

  #read(author: string, parts: PersonName | undefined): AuthorName | undefined {
    // `Ada de Castro` and `de Castro, Ada` may have different parts.
    const family = parts === undefined || 'literal' in parts ? undefined : parts.family;
    const names = family === undefined ? this.#plain : (this.#parted.get(author) ?? new Map<string, AuthorName>());
    if (family !== undefined) this.#parted.set(author, names);
    const key = family ?? author;
    if (!names.has(key)) names.set(key, nameOf(author, parts));
    return names.get(key);
  }
}

function nameOf(author: string, parts: PersonName | undefined): AuthorName | undefined {
  if (others.has(author.trim().toLowerCase())) return undefined;
  const name = parts ?? parsePlainName(author);
  const family = 'literal' in name ? name.literal.trim() : [name.particle ?? '', name.family].join(' ').trim();
  const given = 'literal' in name ? '' : [name.given ?? '', name.suffix ?? ''].join(' ').trim();
  const familyKey = tokenize(family).join(' ');
  if (familyKey === '') return undefined;
  // In capitals throughout short names look like initials.
  const words = wordsOfGiven(family === family.toUpperCase() ? given.toLowerCase() : given);
  const label = given === '' ? family : `${family}, ${given}`;
  return { label, family, familyKey, given: words, key: `${familyKey}|${words.join(' ')}` };
}

/** `JR` and `J.-R.` are two initials, `Jo` is a name. */
function wordsOfGiven(given: string): readonly string[] {
  return given
    .replaceAll(/\b(\p{Lu}{2,3})\b(?!\.?\p{Ll})/gu, (initials: string) => initials.replaceAll(/(?=.)/gu, ' '))
    .split(/[\s.]+/)
    .flatMap(tokenize);
}
