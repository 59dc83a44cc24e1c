import { generatedKey } from '../../src/core/library/citationKey.ts';
import type { Paper } from '../../src/core/paper.ts';
import { seeded } from './seeded.ts';

/**
 * The first `count` papers; where there are fewer, further ones put together from four of them each: the halves of two
 * titles, authors and year of a third, abstract, venue and keywords of a fourth. The same for the same papers, and the
 * beginning of a longer list; keys are distinct. With less than two papers there is nothing to put together: fewer come.
 */
export function recombinedPapers(papers: readonly Paper[], count: number): readonly Paper[] {
  const known = papers.slice(0, count);
  const keys = new Set(known.map(({ key }) => key));
  const random = seeded(23);
  const anyPaper = (): Paper | undefined => papers[Math.trunc(random() * papers.length)];
  // What can be put together may end: a tenth of the tries being new is the least that is waited for.
  for (let tries = 0; known.length < count && tries < count * 10; tries += 1) {
    const [first, second, third, fourth] = [anyPaper(), anyPaper(), anyPaper(), anyPaper()];
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) break;
    const title = `${half(first.title, 0)} ${half(second.title, 1)}`;
    const key = generatedKey(title);
    if (keys.has(key)) continue;
    keys.add(key);
    const { authors, year } = third;
    const { abstract, venue, keywords } = fourth;
    const start = { line: known.length * 4, character: 0 };
    const range = { start, end: { line: start.line + 2, character: 0 } };
    const sources: Paper['sources'] = [{ uri: 'file:///recombined.txt', range }];
    known.push({ key, aliases: [], title, abstract, authors, year, venue, keywords, sources });
  }
  return known;
}

/** The first half of the words, or the second: the longer one when their number is odd. */
function half(title: string, which: 0 | 1): string {
  const words = title.split(/\s+/);
  const middle = Math.floor(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}
