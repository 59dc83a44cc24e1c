import type { Paper } from '../../../../src/core/paper.ts';
import { withinEdits } from '../../../../src/core/search/editDistance.ts';
import { tokensOf, type PaperTokens } from '../../../../src/core/search/paperTokens.ts';
import { parseQuery, optionalWords, requiredWords } from '../../../../src/core/search/query/searchQuery.ts';
import type { QueryWord } from '../../../../src/core/search/query/searchQuery.ts';
import { searchFields } from '../../../../src/core/search/searchFields.ts';

type Spelling = 'exact' | 'slips' | 'anySlips';

/**
 * What a search must answer to words, worked out in the plainest way: every paper is cut, every term of it is compared
 * with every word. No filters, no phrases, no queries of one or two letters at the end.
 */
export function referenceSearch(papers: readonly Paper[], text: string): readonly { key: string; score: number }[] {
  const query = parseQuery(text);
  if (query === undefined) return [];
  const library = papers.map((paper) => ({ paper, tokens: tokensOf(paper) }));
  const words = requiredWords(query);
  for (const spelling of ['exact', 'slips', 'anySlips'] as const) {
    const found = library.filter(({ tokens }) => words.every((word) => scoreOf(library, tokens, word, spelling) > 0));
    if (found.length === 0) continue;
    const hits = found.map(({ paper, tokens }) => {
      const needed = words.reduce((sum, word) => sum + scoreOf(library, tokens, word, spelling), 0);
      const more = optionalWords(query).reduce((sum, word) => sum + scoreOf(library, tokens, word, 'exact'), 0);
      return { key: paper.key, score: round((needed + more) * boostOf(tokens, query, words, spelling)) };
    });
    return hits.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  }
  return [];
}

type Library = readonly { readonly tokens: PaperTokens }[];

// The plainest signature: what is compared, with what, among which.
function scoreOf(library: Library, tokens: PaperTokens, word: QueryWord, spelling: Spelling): number {
  let sum = 0;
  for (const [field, { boost, lengths }] of searchFields.entries()) {
    const list = tokens[field] ?? [];
    if ((word.mask & (1 << field)) === 0) continue;
    const average = library.reduce((all, one) => all + (one.tokens[field]?.length ?? 0), 0) / library.length;
    for (const term of new Set(list)) {
      const weight = weightOf(word, term, spelling);
      if (weight === 0) continue;
      const having = library.filter((one) => one.tokens[field]?.includes(term) === true).length;
      const rarity = Math.log(1 + (library.length - having + 0.5) / (having + 0.5));
      const count = list.filter((other) => other === term).length;
      sum +=
        weight *
        boost *
        rarity *
        (0.1 + (count * 2.2) / (count + 1.2 * (1 - lengths + (lengths * list.length) / average)));
    }
  }
  return sum;
}

function weightOf({ term: word, open }: QueryWord, term: string, spelling: Spelling): number {
  if (word === term) return 1;
  const goesOn = (more: number): number => (more > 0 ? (0.2 * term.length) / (term.length + 0.3 * more) : 1);
  if (open && term.startsWith(word)) return goesOn(term.length - word.length);
  const max = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (spelling === 'exact' || (spelling === 'slips' && word[0] !== term[0])) return 0;
  const forms = open ? Array.from({ length: term.length }, (_, at) => term.slice(0, at + 1)) : [term];
  for (let edits = 1; edits <= max; edits += 1) {
    if (!forms.some((form) => withinEdits(word, form, edits))) continue;
    return ((0.45 * term.length) / (term.length + edits)) * goesOn(term.length - word.length - edits);
  }
  return 0;
}

type Query = NonNullable<ReturnType<typeof parseQuery>>;

function boostOf(tokens: PaperTokens, query: Query, words: readonly QueryWord[], spelling: Spelling): number {
  const title = tokens[0] ?? [];
  const inTitle = words.filter((word) => title.some((term) => weightOf(word, term, spelling) > 0)).length;
  const coverage = 1 + 0.5 * (inTitle / words.length) ** 2;
  const plain = query.plain.map((term, at) => ({ term, open: query.open && at === query.plain.length - 1, mask: 0 }));
  const starts = title.map(
    (_, at) =>
      at + plain.length <= title.length &&
      plain.every((word, index) => weightOf(word, title[at + index] ?? '', spelling) > 0),
  );
  const at = inTitle === words.length && plain.length > 0 ? starts.indexOf(true) : -1;
  if (at === 0) {
    const isWhole = title.length === plain.length && plain.at(-1)?.term === title.at(-1);
    return (isWhole ? 38 : 28) * coverage;
  }
  if (at > 0) return togetherness(title, words, spelling) * 1.2 * coverage;
  return inTitle === words.length ? togetherness(title, words, spelling) * coverage : coverage;
}

function togetherness(title: readonly string[], words: readonly QueryWord[], spelling: Spelling): number {
  let shortest = Infinity;
  for (let from = 0; from < title.length; from += 1) {
    for (let to = from + 1; to <= title.length; to += 1) {
      const stretch = title.slice(from, to);
      const hasAll = words.every((word) => stretch.some((term) => weightOf(word, term, spelling) > 0));
      if (hasAll) shortest = Math.min(shortest, to - from);
    }
  }
  const count = words.length;
  return (1 + (0.5 * count) / Math.max(count, shortest)) * (1 + (3 * count) / Math.max(count, title.length));
}

function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
