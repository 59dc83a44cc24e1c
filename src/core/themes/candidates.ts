import type { PaperText } from './paperText.ts';
import type { Token } from './tokenise.ts';
import { backgroundOf, canStandAlone, isAdjective, isKnownNoun } from './background.ts';
import { emptyWords } from './functionWords.ts';
import { isContent } from './form.ts';
import { tokensOf } from './tokenise.ts';
import { isLongEnough, isUnspaced } from './unspaced.ts';

/** A word or phrase that stands in titles of a theme and could name it. */
export interface Candidate {
  /** Folded words joined by spaces: one to three. */
  readonly phrase: string;
  readonly words: readonly string[];
  /** How titles write it, with how many of them. */
  readonly surfaces: Map<string, number>;
  /** Papers of the theme (positions in its sample) with it in the title or as a keyword. */
  readonly inTitles: Set<number>;
  /** Those with it in a keyword only. */
  readonly inKeywords: Set<number>;
  /** Uses in titles that end a noun phrase. */
  ends: number;
}

const mostWords = 3;
const papersPerStep = 16;
/** Two capitals in one word: `LLM`, `NeRF`; not `Human-Robot`. */
const acronym = /\p{Lu}[\p{L}\p{N}]*\p{Lu}/u;
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
const allCapitals = /^[^\p{Ll}]*$/u;

/** The words of a title; where it is written in capitals only, they say nothing of how a word is written. */
function titleTokens(title: string): readonly Token[] {
  const tokens = tokensOf(title);
  if (tokens.length < 3 || !allCapitals.test(title)) return tokens;
  return tokens.map(({ term, surface, parts, joined }) => ({ term, surface: surface.toLowerCase(), parts, joined }));
}

/**
 * Words and phrases of the titles of a theme, and of the keywords of its papers, that could name it; `withAbstracts` also
 * phrases of abstracts that are made of words of titles ("animal behavior").
 */
export function* candidatesOf(
  papers: readonly PaperText[],
  withAbstracts = false,
): Generator<void, ReadonlyMap<string, Candidate>, void> {
  const candidates = new Map<string, Candidate>();
  for (const [paper, { title, keywords = [] }] of papers.entries()) {
    noteAll(candidates, titleTokens(title), { paper });
    for (const keyword of keywords) noteAll(candidates, titleTokens(keyword), { paper, isKeyword: true });
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  for (const [phrase, candidate] of candidates) if (!standsAlone(candidate)) candidates.delete(phrase);
  if (withAbstracts)
    for (const candidate of yield* phrasesOfAbstracts(papers)) {
      if (!candidates.has(candidate.phrase)) candidates.set(candidate.phrase, candidate);
    }
  return candidates;
}

/** Phrases of two words that stand in the abstracts of two papers, and whose words stand in titles. */
function* phrasesOfAbstracts(papers: readonly PaperText[]): Generator<void, readonly Candidate[], void> {
  const inTitles = new Set(papers.flatMap(({ title }) => titleTokens(title).map(({ term }) => term)));
  const found = new Map<string, Candidate>();
  for (const [paper, { abstract }] of papers.entries()) {
    const tokens = tokensOf(abstract);
    for (const [at, { joined }] of tokens.entries()) {
      const run = tokens.slice(Math.max(0, at - 1), at + 1);
      if (!joined || !run.every(({ term }) => inTitles.has(term))) continue;
      if (!canName(run, undefined)) continue;
      note(found, run, { paper, ends: endsPhrase(tokens[at + 1]) });
    }
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  const shared = [...found.values()].filter((candidate) => candidate.inTitles.size > 1 && standsAlone(candidate));
  // They were counted in abstracts.
  for (const { inTitles: counted } of shared) counted.clear();
  return shared;
}

interface Where {
  readonly paper: number;
  readonly isKeyword?: boolean;
}

/** Notes every run of title words that could be a name. */
function noteAll(candidates: Map<string, Candidate>, tokens: readonly Token[], where: Where): void {
  for (let start = 0; start < tokens.length; start += 1) {
    for (let length = 1; length <= mostWords; length += 1) {
      const run = tokens.slice(start, start + length);
      if (run.length < length || (length > 1 && run.at(-1)?.joined !== true)) break;
      if (canName(run, tokens[start]?.joined === true ? tokens[start - 1] : undefined)) {
        note(candidates, run, { ...where, ends: endsPhrase(tokens[start + length]) });
      }
    }
  }
}

/** Whether titles use it as a whole: "Behavioral Science", but not "Markov Decision" (processes). */
function standsAlone({ words, surfaces, inTitles, ends }: Candidate): boolean {
  const last = words.at(-1) ?? '';
  const mostlyModifies = backgroundOf(last).use === 'modifier';
  if (words.length > 1) return ends >= inTitles.size * (mostlyModifies ? 0.6 : 0.33);
  if ([...surfaces.keys()].some((surface) => acronym.test(surface))) return true;
  if (!canStandAlone(last)) return false;
  // One or two titles prove little: there papers in general decide.
  if (inTitles.size < 3 && (mostlyModifies || isKnownNoun(last))) return !mostlyModifies;
  return ends >= inTitles.size * (mostlyModifies ? 0.8 : 0.5);
}

function note(
  candidates: Map<string, Candidate>,
  run: readonly Token[],
  { paper, isKeyword = false, ends }: Where & { readonly ends: boolean },
): void {
  const words = run.map(({ term }) => term);
  const phrase = words.join(' ');
  const known = candidates.get(phrase);
  const candidate = known ?? {
    phrase,
    words,
    surfaces: new Map<string, number>(),
    inTitles: new Set<number>(),
    inKeywords: new Set<number>(),
    ends: 0,
  };
  const surface = run.map((token) => token.surface).join(isUnspaced(phrase) ? '' : ' ');
  candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1);
  if (isKeyword && !candidate.inTitles.has(paper)) candidate.inKeywords.add(paper);
  candidate.inTitles.add(paper);
  if (ends) candidate.ends += 1;
  if (known === undefined) candidates.set(phrase, candidate);
}

function endsPhrase(next: Token | undefined): boolean {
  if (next === undefined || !next.joined || isUnspaced(next.term)) return true;
  return !isContent(next.term) || emptyWords.has(next.term) || backgroundOf(next.term).use === 'verb';
}

/** Whether a run of title words is a name by its form: a noun, or modifiers and a noun; no verb, no empty word. */
function canName(run: readonly Token[], before: Token | undefined): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return false;
  if (run.some(({ term }) => !isContent(term))) return false;
  if (run.some((_, at) => isEmpty(run, at))) return false;
  if (!run.every((token, at) => fits(token, at === run.length - 1))) return false;
  // "Explaining decisions", "Model surgery: modulating behavior": a gerund that begins a clause is a verb.
  if (before === undefined) return !(run.length > 1 && first.term.endsWith('ing'));
  return !beforeVerbs.has(before.term);
}

function isEmpty(run: readonly Token[], at: number): boolean {
  const term = run[at]?.term ?? '';
  if (!emptyWords.has(term)) return false;
  if (term === headAfterName && at > 0 && at === run.length - 1) return false;
  return !wholeNames.has(`${run[at - 1]?.term ?? ''} ${term}`) && !wholeNames.has(`${term} ${run[at + 1]?.term ?? ''}`);
}

function fits({ term, surface, parts }: Token, isLast: boolean): boolean {
  if (!isLongEnough(term) && !acronym.test(surface)) return false;
  // "LLM-based" is no acronym.
  if (acronym.test(surface)) return !isLast || !isAdjective(parts.at(-1) ?? '');
  if (backgroundOf(term).use === 'verb') return false;
  return !isLast || !isAdjective(term);
}
