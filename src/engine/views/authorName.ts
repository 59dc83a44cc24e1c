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
}

/** Stands where files leave authors out. */
const others = new Set(['et al', 'et al.', 'others', 'and others', 'anonymous', 'unknown', 'n/a', '-']);

/** Reads names, each spelling once. */
export class AuthorNames {
  readonly #names = new Map<string, AuthorName | undefined>();

  /** The authors of a paper in their order; what names nobody is left out. */
  of({ authors, details }: Paper): readonly AuthorName[] {
    const parts = details?.names?.author;
    return authors.flatMap((author, index) => this.#read(author, parts?.[index]) ?? []);
  }

  #read(author: string, parts: PersonName | undefined): AuthorName | undefined {
    // `Ada de Castro` and `de Castro, Ada` may have different parts.
    const known = parts === undefined ? author : `${author}\n${'family' in parts ? parts.family : ''}`;
    if (this.#names.has(known)) return this.#names.get(known);
    const name = nameOf(author, parts);
    this.#names.set(known, name);
    return name;
  }
}

function nameOf(author: string, parts: PersonName | undefined): AuthorName | undefined {
  if (others.has(author.trim().toLowerCase())) return undefined;
  const name = parts ?? parsePlainName(author);
  const family = 'literal' in name ? name.literal.trim() : [name.particle ?? '', name.family].join(' ').trim();
  const given = 'literal' in name ? '' : [name.given ?? '', name.suffix ?? ''].join(' ').trim();
  const familyKey = tokenize(family).join(' ');
  if (familyKey === '') return undefined;
  return { label: given === '' ? family : `${family}, ${given}`, family, familyKey, given: wordsOfGiven(given) };
}

/** `JR` and `J.-R.` are two initials, `Jo` is a name. */
function wordsOfGiven(given: string): readonly string[] {
  return given
    .replaceAll(/\b(\p{Lu}{2,3})\b(?!\.?\p{Ll})/gu, (initials: string) => initials.replaceAll(/(?=.)/gu, ' '))
    .split(/[\s.]+/)
    .flatMap(tokenize);
}
