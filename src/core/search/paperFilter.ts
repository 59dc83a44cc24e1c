import type { Paper } from '../paper.ts';
import type { Corpus } from './corpus.ts';
import type { Expansions } from './expansion.ts';
import type { SearchFacts } from './paperSearch.ts';
import type { Condition } from './query/condition.ts';
import type { QueryPhrase, QueryWord, SearchQuery } from './query/searchQuery.ts';
import type { TermScorer } from './termScorer.ts';
import { paperFlags } from './frozen/frozenIndex.ts';
import { PhraseMatch } from './phraseMatch.ts';
import { beginsSo } from './query/condition.ts';
import { fieldAt, fieldCount } from './searchFields.ts';
import { stopWords } from './stopWords.ts';
import { TextPhrase } from './textPhrase.ts';

/** Whether a paper, by its number, may be in an answer. */
export type PaperTest = (paper: number) => boolean;

/** What a filter asks of the papers besides their terms. */
export interface FilterSources {
  readonly corpus: Corpus;
  readonly expansions: Expansions;
  readonly scorer: TermScorer;
  readonly facts: SearchFacts;
  /** The paper in full; `undefined` while only the index knows it. */
  readonly paperAt: (paper: number) => Paper | undefined;
}

const abstract = fieldAt('abstract');
const exactly = { open: false, spelling: 'exact' } as const;

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
function wordTest({ term, open, mask }: QueryWord, { expansions, scorer }: FilterSources): PaperTest {
  const having = new Set<number>();
  const expansion = expansions.of(term, { open, spelling: 'exact' });
  scorer.scoreAll({ expansion, mask }, (paper) => having.add(paper));
  return (paper) => having.has(paper);
}

/** The same as `phraseTest` where the query does not ask for the words: only papers with the rarest of them are read. */
function rarePhraseTest(phrase: QueryPhrase, sources: FilterSources): PaperTest {
  const { terms, mask } = phrase;
  const telling = terms.filter((term) => !stopWords.has(term));
  const words = (telling.length > 0 ? telling : terms).map((term) => ({ term, open: false, mask }));
  const costs = words.map(({ term }) => sources.scorer.cost(sources.expansions.of(term, exactly)));
  const rarest = words[costs.indexOf(Math.min(...costs))];
  const isPossible = rarest === undefined ? () => false : wordTest(rarest, sources);
  const stands = phraseTest(phrase, sources);
  return (paper) => isPossible(paper) && stands(paper);
}

/**
 * Whether the words stand together in one of the fields. The index has no function words of abstracts: where the phrase
 * has some, the abstract itself is asked, as far as it is at hand.
 */
function phraseTest({ terms, open, mask }: QueryPhrase, { corpus, expansions, paperAt }: FilterSources): PaperTest {
  const whole = new PhraseMatch(corpus, expansions, terms, { open });
  const telling = terms.filter((term) => !stopWords.has(term));
  const isExact = telling.length === terms.length;
  const inAbstract = new PhraseMatch(corpus, expansions, telling, { open: open && telling.at(-1) === terms.at(-1) });
  const inText = new TextPhrase(terms, open);
  return (paper) => {
    for (let field = 0; field < fieldCount; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      if (field !== abstract) {
        if (whole.find(paper, field).at >= 0) return true;
      } else if (inAbstract.find(paper, field).at >= 0) {
        const text = isExact ? undefined : paperAt(paper)?.abstract;
        if (text === undefined || inText.isIn(text)) return true;
      }
    }
    return false;
  };
}
