import type { KeyClaim } from '../../library/keyClaims.ts';
import type { Range } from '../../text/position.ts';

/** What can be wrong with a citation. Codes are stable: they are shown in the Problems view, and settings go by them. */
export const findingCodes = [
  'unknown-key', // no paper and no entry of the bibliography has it
  'duplicate-key', // twice in one cluster, or twice in the document's bibliography for different papers
  'ambiguous-key', // paper files call several papers so
  'missing-entry', // a known paper that the document's bibliography lacks
  'retracted-paper', // retracted or withdrawn, as a paper file says
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Something that is wrong with a citation. */
export interface Finding {
  readonly code: FindingCode;
  /** As it is cited. */
  readonly key: string;
  readonly range: Range;
  /** One or two sentences for people. Holds texts of files: escape it where it is shown. */
  readonly message: string;
  /** Keys that may be meant instead, the likeliest first. */
  readonly instead: readonly string[];
  /** Where the papers stand that are called so, when they are several. */
  readonly claims: readonly KeyClaim[];
}

/** Whether something is such a code, for who reads it from a diagnostic. */
export function isFindingCode(value: unknown): value is FindingCode {
  return findingCodes.some((code) => code === value);
}
