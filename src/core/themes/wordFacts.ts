import { backgroundOf, isAdjective, type WordUse } from './background.ts';
import { isContent } from './form.ts';
import { emptyWords } from './functionWords.ts';
import { isLongEnough } from './unspaced.ts';

/** What is known of a folded word by itself. */
export interface WordFacts {
  readonly isContent: boolean;
  readonly isEmpty: boolean;
  readonly isLongEnough: boolean;
  readonly isAdjective: boolean;
  readonly use: WordUse;
}

/** Of words met lately: titles have few words, and each is asked for many times. Never changes a result. */
const known = new Map<string, WordFacts>();
const mostKnown = 20_000;

/** What is known of a folded word. */
export function wordFactsOf(term: string): WordFacts {
  const facts = known.get(term);
  if (facts !== undefined) return facts;
  if (known.size >= mostKnown) known.clear();
  const found = {
    isContent: isContent(term),
    isEmpty: emptyWords.has(term),
    isLongEnough: isLongEnough(term),
    isAdjective: isAdjective(term),
    use: backgroundOf(term).use,
  };
  known.set(term, found);
  return found;
}
