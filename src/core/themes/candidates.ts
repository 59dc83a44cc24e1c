import type { PaperText } from './paperText.ts';
import type { Token } from './form.ts';
import { canStandAlone, isKnownNoun } from './background.ts';
import { canName, isAcronym } from './nameForm.ts';
import { tokensOf } from './tokenise.ts';
import { isUnspaced } from './unspaced.ts';
import { wordFactsOf } from './wordFacts.ts';

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
/** Most titles have one of these, and the pattern for all scripts is slow to make. */
const smallLetter = /[a-z]/;
const allCapitals = /^[^\p{Ll}]*$/u;

/** The words of a title; where it is written in capitals only, they say nothing of how a word is written. */
function titleTokens(title: string): readonly Token[] {
  const tokens = tokensOf(title);
  if (tokens.length < 3 || smallLetter.test(title) || !allCapitals.test(title)) return tokens;
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
  const found = new Map<string, Use[]>();
  for (const [paper, { abstract }] of papers.entries()) {
    const tokens = tokensOf(abstract);
    for (let at = 0; at < tokens.length; at += 1) {
      const first = tokens[at - 1];
      const token = tokens[at];
      if (token?.joined !== true || !inTitles.has(token.term) || (first !== undefined && !inTitles.has(first.term)))
        continue;
      const run = first === undefined ? [token] : [first, token];
      if (!canName(run, undefined)) continue;
      const use = { run, paper, ends: endsPhrase(tokens[at + 1]) };
      const phrase = phraseOf(run);
      const uses = found.get(phrase);
      if (uses === undefined) found.set(phrase, [use]);
      else uses.push(use);
    }
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  return sharedOf(found.values());
}

/** A phrase at one place of an abstract. */
interface Use {
  readonly run: readonly Token[];
  readonly paper: number;
  readonly ends: boolean;
}

/** The phrases that two papers have: few of them, and only those become candidates. */
function sharedOf(found: Iterable<readonly Use[]>): readonly Candidate[] {
  const shared = new Map<string, Candidate>();
  for (const uses of found) {
    if (uses[0]?.paper === uses.at(-1)?.paper) continue;
    for (const { run, paper, ends } of uses) note(shared, run, { paper, ends });
  }
  const candidates = [...shared.values()].filter(standsAlone);
  // They were counted in abstracts.
  for (const { inTitles } of candidates) inTitles.clear();
  return candidates;
}

function phraseOf(run: readonly Token[]): string {
  let phrase = run[0]?.term ?? '';
  for (let at = 1; at < run.length; at += 1) phrase += ` ${run[at]?.term ?? ''}`;
  return phrase;
}

interface Where {
  readonly paper: number;
  readonly isKeyword?: boolean;
}

/** Notes every run of title words that could be a name. */
function noteAll(candidates: Map<string, Candidate>, tokens: readonly Token[], where: Where): void {
  for (let start = 0; start < tokens.length; start += 1) {
    for (let length = 1; length <= mostWords; length += 1) {
      const last = tokens[start + length - 1];
      if (last === undefined || (length > 1 && !last.joined) || !wordFactsOf(last.term).isContent) break;
      const run = tokens.slice(start, start + length);
      if (canName(run, tokens[start]?.joined === true ? tokens[start - 1] : undefined)) {
        note(candidates, run, { ...where, ends: endsPhrase(tokens[start + length]) });
      }
    }
  }
}

/** Whether titles use it as a whole: "Behavioral Science", but not "Markov Decision" (processes). */
function standsAlone({ words, surfaces, inTitles, ends }: Candidate): boolean {
  const last = words.at(-1) ?? '';
  const mostlyModifies = wordFactsOf(last).use === 'modifier';
  if (words.length > 1) return ends >= inTitles.size * (mostlyModifies ? 0.6 : 0.33);
  if ([...surfaces.keys()].some(isAcronym)) return true;
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
  const phrase = phraseOf(run);
  const candidate = candidates.get(phrase) ?? newCandidate(phrase, run);
  candidates.set(phrase, candidate);
  const surface = run.map((token) => token.surface).join(isUnspaced(phrase) ? '' : ' ');
  candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1);
  if (isKeyword && !candidate.inTitles.has(paper)) candidate.inKeywords.add(paper);
  candidate.inTitles.add(paper);
  if (ends) candidate.ends += 1;
}

function newCandidate(phrase: string, run: readonly Token[]): Candidate {
  const words = run.map(({ term }) => term);
  return { phrase, words, surfaces: new Map(), inTitles: new Set(), inKeywords: new Set(), ends: 0 };
}

function endsPhrase(next: Token | undefined): boolean {
  if (next === undefined || !next.joined || isUnspaced(next.term)) return true;
  const { isContent, isEmpty, use } = wordFactsOf(next.term);
  return !isContent || isEmpty || use === 'verb';
}
