import type { Paper } from '../paper.ts';
import type { Corpus } from './corpus.ts';
import type { Expansions } from './expansion.ts';
import type { SearchFacts } from './paperSearch.ts';
import type { Condition } from './query/condition.ts';
import type { QueryPhrase, QueryWord, SearchQuery } from './query/searchQuery.ts';
import type { NoteSources } from './notes/noteScorer.ts';
import type { Wanted, WordScorer } from './termScorer.ts';
import { paperFlags } from './frozen/frozenIndex.ts';
import { PhraseMatch } from './phraseMatch.ts';
import { beginsSo } from './query/condition.ts';
import { noteText } from './notes/noteScorer.ts';
import { fieldAt, fieldCount, noteMask } from './searchFields.ts';
import { stopWords } from './stopWords.ts';
import { TextPhrase } from './textPhrase.ts';

/** Whether a paper, by its number, may be in an answer. */
export type PaperTest = (paper: number) => boolean;

/** What a filter asks of the papers besides their terms. */
export interface FilterSources {
  readonly corpus: Corpus;
  readonly expansions: Expansions;
  readonly scorer: WordScorer;
  readonly facts: SearchFacts;
  /** The paper in full; `undefined` while only the index knows it. */
  readonly paperAt: (paper: number) => Paper | undefined;
  /** `undefined` where there are none. */
  readonly notes?: NoteSources | undefined;
}

const abstract = fieldAt('abstract');

/** What a query asks for besides words; `undefined` when it is nothing. */
export function filterOf(query: SearchQuery, sources: FilterSources): PaperTest | undefined {
  const tests = [
    ...query.conditions.map((condition) => conditionTest(condition, sources)),
    ...query.phrases.map((phrase) => phraseTest(phrase, sources)),
    ...query.without.conditions.map((condition) => not(conditionTest(condition, sources))),
    ...query.without.phrases.map((phrase) => not(rarePhraseTest(phrase, sources))),
    ...query.without.words.map((word) => not(wordTest(word, sources))),
  ];
  return tests.length === 0 ? undefined : (paper) => tests.every((test) => test(paper));
}

function not(test: PaperTest): PaperTest {
  return (paper) => !test(paper);
}

function conditionTest(condition: Condition, { corpus, facts, paperAt }: FilterSources): PaperTest {
  switch (condition.kind) {
    case 'year':
      return (paper) => {
        const year = corpus.yearOf(paper);
        return year !== 0 && year >= condition.from && year <= condition.to;
      };
    case 'key':
      return (paper) =>
        [corpus.keyOf(paper), ...(paperAt(paper)?.aliases ?? [])].some((key) => beginsSo(key, condition.beginning));
    case 'theme': {
      const keys = facts.inTheme(condition.name);
      return (paper) => keys.has(corpus.keyOf(paper));
    }
    case 'has': {
      if (condition.what === 'note') return (paper) => facts.noted.has(corpus.keyOf(paper));
      const flag = paperFlags[condition.what];
      return (paper) => (corpus.flagsOf(paper) & flag) !== 0;
    }
    case 'is': {
      const { what } = condition;
      if (what === 'unread') {
        return (paper) => !facts.reading.has(corpus.keyOf(paper)) && !facts.read.has(corpus.keyOf(paper));
      }
      const keys = facts[what];
      return (paper) => keys.has(corpus.keyOf(paper));
    }
  }
}

/** Worked out for all papers at once: few have any one word. */
function wordTest(word: QueryWord, sources: FilterSources): PaperTest {
  const having = new Set<number>();
  sources.scorer.scoreAll(exactWord(word, sources), (paper) => having.add(paper));
  return (paper) => having.has(paper);
}

function exactWord({ term, open, mask }: QueryWord, { expansions, notes }: FilterSources): Wanted {
  const reading = { open, spelling: 'exact' } as const;
  return { expansion: expansions.of(term, reading), mask, inNotes: notes?.expansions.of(term, reading) };
}

/** The same as `phraseTest` where the query does not ask for the words: only papers with the rarest of them are read. */
function rarePhraseTest(phrase: QueryPhrase, sources: FilterSources): PaperTest {
  const { terms, mask } = phrase;
  const telling = terms.filter((term) => !stopWords.has(term));
  const words = (telling.length > 0 ? telling : terms).map((term) => ({ term, open: false, mask }));
  const costs = words.map((word) => sources.scorer.cost(exactWord(word, sources)));
  const rarest = words[costs.indexOf(Math.min(...costs))];
  const isPossible = rarest === undefined ? () => false : wordTest(rarest, sources);
  const stands = phraseTest(phrase, sources);
  return (paper) => isPossible(paper) && stands(paper);
}

/** Whether the words stand together in one of the fields, or in a note about the paper. */
function phraseTest(phrase: QueryPhrase, { corpus, expansions, paperAt, notes }: FilterSources): PaperTest {
  const { terms, open, mask } = phrase;
  const whole = new PhraseMatch(corpus, expansions, terms, { open });
  const textOf = (paper: number): string | undefined => paperAt(paper)?.abstract;
  const inAbstract = longTextTest(phrase, { corpus, expansions, field: abstract, textOf });
  const isNoteAsked = (mask & noteMask) !== 0;
  const inNote = isNoteAsked && notes !== undefined ? longTextTest(phrase, { ...notes, field: noteText }) : undefined;
  return (paper) => {
    if (inNote !== undefined && notes?.notesOf.get(paper)?.some(inNote) === true) return true;
    for (let field = 0; field < fieldCount; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      if (field === abstract ? inAbstract(paper) : whole.find(paper, field).at >= 0) return true;
    }
    return false;
  };
}

/** An index, the field of it that has long texts, and these themselves as far as they are at hand. */
interface LongTexts {
  readonly corpus: Corpus;
  readonly expansions: Expansions;
  readonly field: number;
  readonly textOf: (paper: number) => string | undefined;
}

/** The index has no function words of long texts: where the phrase has some, the text itself is asked. */
function longTextTest({ terms, open }: QueryPhrase, { corpus, expansions, field, textOf }: LongTexts): PaperTest {
  const telling = terms.filter((term) => !stopWords.has(term));
  const match = new PhraseMatch(corpus, expansions, telling, { open: open && telling.at(-1) === terms.at(-1) });
  const isExact = telling.length === terms.length;
  const inText = new TextPhrase(terms, open);
  return (paper) => {
    if (match.find(paper, field).at < 0) return false;
    const text = isExact ? undefined : textOf(paper);
    return text === undefined || inText.isIn(text);
  };
}
