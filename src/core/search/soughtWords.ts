import type { Condition } from './query/condition.ts';
import type { QueryWord } from './query/searchQuery.ts';
import { hasCompound, parseQuery } from './query/searchQuery.ts';

/** What a reader of the answers looks for: words in a row, one unless they are quoted. */
export interface SoughtWords {
  /** Folded as `wordsOf` does, at least one. */
  readonly terms: readonly string[];
  /** They stand between quotation marks: together, and as they are written. */
  readonly quoted: boolean;
  /** The last word may go on: nothing follows it in the query. */
  readonly open: boolean;
}

/** Nobody reads more than these in a row of a list. */
const maxSought = 24;

/**
 * The words of a query that may stand in an answer: those of filters by their value, but for themes, nothing that is excluded by `-`,
 * function words only where there is nothing else, compounds also as one word.
 */
export function soughtWords(query: string): readonly SoughtWords[] {
  const asked = parseQuery(query);
  if (asked === undefined) return [];
  const joined = hasCompound(query) ? (parseQuery(query, { joined: true })?.words ?? []) : [];
  const phrases = asked.phrases.map(({ terms, open }) => ({ terms, quoted: true, open }));
  const values = asked.conditions.flatMap(valuesOf).map((term) => ({ terms: [term], quoted: false, open: false }));
  return [...phrases, ...[...asked.words, ...joined].map(singleWord), ...values].slice(0, maxSought);
}

function singleWord({ term, open }: QueryWord): SoughtWords {
  return { terms: [term], quoted: false, open };
}

/** `has:` and `is:` name no words, and a theme has its name of other papers. */
function valuesOf(condition: Condition): readonly string[] {
  return condition.kind === 'year' && condition.from === condition.to ? [String(condition.from)] : [];
}
