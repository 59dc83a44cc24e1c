import type { PaperText } from './paperText.ts';
import type { Token } from './tokenise.ts';
import { backgroundOf, canStandAlone, isAdjective, isKnownNoun } from './background.ts';
import { emptyWords } from './functionWords.ts';
import { isContent, isLongEnough, isUnspaced, tokensOf } from './tokenise.ts';

/** A word or phrase that stands in titles of a theme and could name it. */
export interface Candidate {
  /** Folded words joined by spaces: one to three. */
  readonly phrase: string;
  readonly words: readonly string[];
  /** How titles write it, with how many of them. */
  readonly surfaces: Map<string, number>;
  /** Papers of the theme (positions in its sample) with it in the title. */
  readonly inTitles: Set<number>;
  /** Uses in titles that end a noun phrase. */
  ends: number;
}

const mostWords = 3;
const papersPerStep = 16;
/** Two capitals in one word: `LLM`, `NeRF`; not `Human-Robot`. */
const acronym = /\p{Lu}[\p{L}\p{N}]*\p{Lu}/u;
/** What follows these is a verb: "agents that persist". */
const beforeVerbs = new Set('to that which who we can could will cannot how'.split(' '));
/** Empty by themselves, but not with a word before them: "sentiment analysis". */
const headsAfterName = new Set(['analysis']);
const allCapitals = /^[^\p{Ll}]*$/u;

/** The words of a title; where it is written in capitals only, they say nothing of how a word is written. */
function titleTokens(title: string): readonly Token[] {
  const tokens = tokensOf(title);
  if (tokens.length < 3 || !allCapitals.test(title)) return tokens;
  return tokens.map(({ term, surface, parts, joined }) => ({ term, surface: surface.toLowerCase(), parts, joined }));
}

/** Words and phrases of the titles of a theme, and of the keywords of its papers, that could name it. */
export function* candidatesOf(papers: readonly PaperText[]): Generator<void, ReadonlyMap<string, Candidate>, void> {
  const candidates = new Map<string, Candidate>();
  for (const [paper, { title, keywords = [] }] of papers.entries()) {
    for (const text of [title, ...keywords]) noteAll(candidates, titleTokens(text), paper);
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  for (const [phrase, candidate] of candidates) if (!standsAlone(candidate)) candidates.delete(phrase);
  return candidates;
}

/** Notes every run of title words that could be a name. */
function noteAll(candidates: Map<string, Candidate>, tokens: readonly Token[], paper: number): void {
  for (let start = 0; start < tokens.length; start += 1) {
    for (let length = 1; length <= mostWords; length += 1) {
      const run = tokens.slice(start, start + length);
      if (run.length < length || (length > 1 && run.at(-1)?.joined !== true)) break;
      if (canName(run, tokens[start]?.joined === true ? tokens[start - 1] : undefined)) {
        note(candidates, run, { paper, ends: endsPhrase(tokens[start + length]) });
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
  { paper, ends }: { readonly paper: number; readonly ends: boolean },
): void {
  const words = run.map(({ term }) => term);
  const phrase = words.join(' ');
  const known = candidates.get(phrase);
  const candidate = known ?? {
    phrase,
    words,
    surfaces: new Map<string, number>(),
    inTitles: new Set<number>(),
    ends: 0,
  };
  const surface = run.map((token) => token.surface).join(isUnspaced(phrase) ? '' : ' ');
  candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1);
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
  const named = run.length > 1 && headsAfterName.has(last.term) ? run.slice(0, -1) : run;
  if (named.some(({ term }) => emptyWords.has(term))) return false;
  if (!run.every((token, at) => fits(token, at === run.length - 1))) return false;
  // "Explaining decisions", "Model surgery: modulating behavior": a gerund that begins a clause is a verb.
  if (before === undefined) return !(run.length > 1 && first.term.endsWith('ing'));
  return !beforeVerbs.has(before.term);
}

function fits({ term, surface }: Token, isLast: boolean): boolean {
  if (!isLongEnough(term) && !acronym.test(surface)) return false;
  if (acronym.test(surface)) return true;
  if (backgroundOf(term).use === 'verb') return false;
  return !isLast || !isAdjective(term);
}
