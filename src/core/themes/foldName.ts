import { tokensOf } from './tokenise.ts';

const parenthesis = /\(([^()]*)\)/g;

/** What names of groups that mean the same have in common, and the short form that a name gives of itself. */
export interface FoldedName {
  readonly key: string;
  /** `llm` of "Large Language Models (LLMs)"; `undefined` where it gives none. */
  readonly acronym: string | undefined;
}

/**
 * Folds the name of a group: case, plurals, hyphens, British and American spelling, the order of the words and what
 * stands in parentheses make no other name.
 */
export function foldName(name: string): FoldedName {
  const whole = name.normalize('NFKC').toLowerCase();
  const words = keyOf(name.replace(parenthesis, ' '));
  const inside = [...name.matchAll(parenthesis)].map(([, text = '']) => keyOf(text)).find((text) => /^\S+$/.test(text));
  return { key: words === '' ? whole : words, acronym: words === '' ? undefined : inside };
}

function keyOf(name: string): string {
  return tokensOf(name.replaceAll(/[-\u2010\u2011_]/g, ' '))
    .map(({ term }) => term)
    .sort()
    .join(' ');
}
