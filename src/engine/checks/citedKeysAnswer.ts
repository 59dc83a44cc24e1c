import type { CitedKey } from '../../core/citations/check/citedKeys.ts';
import type { KeyFacts } from '../../core/citations/check/keyFacts.ts';

/** What a document cites, and what the library knows of it. */
export interface CitedKeysAnswer {
  /** Id of the citation syntax of the document. */
  readonly syntax: string;
  /** In the order of the text. */
  readonly citations: readonly CitedKey[];
  /** Of each key once. */
  readonly facts: readonly KeyFacts[];
}
