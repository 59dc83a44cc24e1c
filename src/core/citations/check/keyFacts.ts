import type { KeyClaim } from '../../library/keyClaims.ts';
import type { Retraction } from '../../library/retraction.ts';

/** A paper as far as checks go by it. */
export interface CitedPaper {
  readonly key: string;
  readonly aliases: readonly string[];
  readonly title: string;
  /** The paper files that give it a key. */
  readonly entries: readonly { readonly uri: string; readonly key: string }[];
  readonly retraction: Retraction | undefined;
}

/** What a library knows of a key that a document cites. */
export interface KeyFacts {
  readonly key: string;
  /** The paper that it means; `undefined` when no paper has this key. */
  readonly paper: CitedPaper | undefined;
  /** Where several papers are called so: all of them, the one that has it first. Else none. */
  readonly claims: readonly KeyClaim[];
}
