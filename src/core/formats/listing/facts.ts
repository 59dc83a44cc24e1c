import { identifierLine, type Identifiers } from '../../text/identifiers.ts';
import { keywordsOf } from './labelledLists.ts';
import { labelledIdentifier, type Label } from './labels.ts';
import { listedNames } from './listedNames.ts';
import { firstYear, publishedYear } from './publicationYear.ts';
import type { Unit } from './unit.ts';

/** What a unit says of a paper when it says nothing else; `{}` for a label whose value is missing. */
export interface Facts {
  readonly identifiers?: Identifiers | undefined;
  readonly keywords?: readonly string[];
  readonly authors?: readonly string[];
  readonly year?: number | undefined;
  readonly venue?: string;
  /** A field under arXiv's name for it: `Comments`, `Subjects`. */
  readonly other?: readonly [name: string, value: string];
}

/** `undefined` when the unit may be a title, an abstract or anything else. */
export function factsOf({ text, label }: Unit): Facts | undefined {
  if (label !== undefined) return factsOfLabel(label);
  const identifiers = identifierLine(text);
  if (identifiers !== undefined) return { identifiers };
  const keywords = keywordsOf(text);
  return keywords === undefined ? undefined : { keywords };
}

/** What furniture says all the same. */
export function factsOfFurniture(text: string): Facts | undefined {
  const year = publishedYear(text);
  return year === undefined ? undefined : { year };
}

function factsOfLabel({ field, name, value }: Label): Facts | undefined {
  if (value === '') return {};
  switch (field) {
    case 'title':
    case 'abstract':
      return undefined;
    case 'authors':
      return { authors: listedNames(value) };
    case 'identifier':
      return { identifiers: labelledIdentifier(value) };
    case 'date':
      return { year: firstYear(value) };
    case 'venue':
      return { venue: value };
    case 'other':
      return { other: [name, value] };
  }
}

/** The kinds of facts that some lists write above the title. */
export type LeadingKind = 'doi' | 'arxiv' | 'url' | 'year';

/** Which of them `facts` is, and its value. */
export function leadingFact(facts: Facts): readonly [kind: LeadingKind, value: string] | undefined {
  const { identifiers = {}, year } = facts;
  if (identifiers.arxiv !== undefined) return ['arxiv', identifiers.arxiv];
  if (identifiers.doi !== undefined) return ['doi', identifiers.doi];
  if (identifiers.url !== undefined) return ['url', identifiers.url];
  return year === undefined ? undefined : ['year', String(year)];
}
