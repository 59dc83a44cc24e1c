import type { Paper } from '../../../../src/core/paper.ts';
import type { PaperSearch } from '../../../../src/core/search/paperSearch.ts';
import type { PaperIndex } from '../../../../src/core/search/paperIndex.ts';
import { createPaperSearch } from '../../../../src/core/search/paperIndex.ts';

/** A paper of which nothing but key and title is known unless given. */
export function paperOf(fields: Partial<Paper> & { readonly key: string; readonly title: string }): Paper {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  return { aliases: [], abstract: '', authors: [], keywords: [], sources: [{ uri: 'file:///a', range }], ...fields };
}

/** A search that holds the papers, frozen when more than `maxChanges`. */
export function searchOver(papers: readonly Paper[], maxChanges?: number): PaperIndex {
  const search = createPaperSearch(maxChanges);
  apply(search, { added: papers });
  return search;
}

/** Brings a search up to date to the end. */
export function apply(
  search: PaperSearch,
  diff: { added?: readonly Paper[]; changed?: readonly Paper[]; removed?: readonly Paper[] },
): void {
  const work = search.update({ added: [], changed: [], removed: [], ...diff });
  while (work.next().done !== true);
}

/** Keys in the order of the answer. */
export function keysFor(search: PaperSearch, query: string, limit = 20): readonly string[] {
  return search.search(query, limit).map(({ key }) => key);
}

/** Twelve papers that differ in what a search can go by. */
export const shelf: readonly Paper[] = [
  paperOf({
    key: 'sleep',
    title: 'Dormant Sheep: Counting Methods for Tired Shepherds',
    abstract: 'Shepherds count sheep at night. We show that counting transformers keeps shepherds awake.',
    authors: ['Ada Byron', 'Zoë Müller'],
    year: 2019,
    venue: 'Journal of Pastoral Computing',
    doi: '10.1000/pastoral.2019.17',
    keywords: ['sheep', 'counting'],
  }),
  paperOf({
    key: 'attention',
    title: 'Attention Is All Shepherds Need',
    abstract: 'A transformer for flocks of sheep.',
    authors: ['Grace Vaswani', 'Ada Byron'],
    year: 2017,
    arxiv: '1706.03762',
    url: 'https://example.org/papers/attention/',
  }),
  paperOf({ key: 'attention-later', title: 'Later Work on Attention', authors: ['Tom Vaswani'], year: 2021 }),
  paperOf({ key: 'cpp', title: 'Memory Safety in C++ Programs', abstract: 'Pointers considered.' }),
  paperOf({ key: 'csharp', title: 'Memory Safety in C# Programs', abstract: 'References considered.' }),
  paperOf({ key: 'gpt', title: 'GPT-4o Sees Piglets', abstract: 'Animals in 3D scenes are told apart.' }),
  paperOf({ key: 'three', title: '3D Reconstruction of Barns', abstract: 'Depth from wood.' }),
  paperOf({ key: 'zh', title: '基于深度强化学习的机器人控制', abstract: '本文研究机器人。' }),
  paperOf({ key: 'ja', title: 'ディープラーニングによる画像認識' }),
  paperOf({ key: 'th', title: 'การเรียนรู้เชิงลึกสำหรับภาพ' }),
  paperOf({ key: 'pretraining', title: 'Pretraining Border Collies', abstract: 'Dogs learn before they work.' }),
  paperOf({ key: 'old', title: 'Sorting in Antiquity', arxiv: 'cs/0309040', abstract: 'Order, order.' }),
];
