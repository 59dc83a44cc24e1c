import type { Token } from './form.ts';
import { isAdjective } from './background.ts';
import { type WordFacts, wordFactsOf } from './wordFacts.ts';

/** What follows these is a verb: "agents that persist". */
const beforeVerbs = new Set('to that which who we can could will cannot how'.split(' '));
/** Empty by itself, but not with a word before it: "sentiment analysis". */
const headAfterName = 'analysis';
/** Names that have a word in them which is empty elsewhere. */
const wholeNames = new Set(
  (
    'question answering|scaling law|instance segmentation|task allocation|task planning|task assignment|' +
    'adversarial example|shapley value|singular value|value function|value iteration|treatment effect|causal effect|' +
    'answer set|constraint satisfaction problem|routing problem|step size|visual question|case based|problem solving'
  ).split('|'),
);
const acronym = /\p{Lu}[\p{L}\p{N}]*\p{Lu}/u;

/** Two capitals in one word: `LLM`, `NeRF`; not `Human-Robot`. */
export function isAcronym(surface: string): boolean {
  let capital = false;
  for (let at = 0; at < surface.length; at += 1) {
    const code = surface.charCodeAt(at);
    // The pattern for all scripts is slow to make.
    if (code > 127) return acronym.test(surface);
    const isCapital = code >= 65 && code <= 90;
    if (isCapital && capital) return true;
    capital = isCapital || (capital && isSmallOrDigit(code));
  }
  return false;
}

function isSmallOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Whether a run of title words is a name by its form: a noun, or modifiers and a noun; no verb, no empty word. */
export function canName(run: readonly Token[], before: Token | undefined): boolean {
  const first = run[0];
  if (first === undefined) return false;
  for (let at = 0; at < run.length; at += 1) {
    const token = run[at] ?? first;
    const facts = wordFactsOf(token.term);
    if (!facts.isContent || (facts.isEmpty && isEmptyIn(run, at)) || !fits(token, facts, at === run.length - 1))
      return false;
  }
  // "Explaining decisions", "Model surgery: modulating behavior": a gerund that begins a clause is a verb.
  if (before === undefined) return !(run.length > 1 && first.term.endsWith('ing'));
  return !beforeVerbs.has(before.term);
}

function isEmptyIn(run: readonly Token[], at: number): boolean {
  const term = run[at]?.term ?? '';
  if (term === headAfterName && at > 0 && at === run.length - 1) return false;
  return !wholeNames.has(`${run[at - 1]?.term ?? ''} ${term}`) && !wholeNames.has(`${term} ${run[at + 1]?.term ?? ''}`);
}

function fits(
  { surface, parts }: Token,
  { isLongEnough, use, isAdjective: modifies }: WordFacts,
  isLast: boolean,
): boolean {
  // "LLM-based" is no acronym.
  if (isAcronym(surface)) return !isLast || !isAdjective(parts.at(-1) ?? '');
  return isLongEnough && use !== 'verb' && !(isLast && modifies);
}
