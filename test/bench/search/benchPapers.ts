import type { Paper } from '../../../src/core/paper.ts';
import { inventedPapers } from '../../support/inventedPapers.ts';
import { recombinedPapers } from '../../support/recombinedPapers.ts';
import { corpusPapersOf } from '../../support/searchCorpus.ts';
import { seeded } from '../../support/seeded.ts';

/** Real papers where a file is given, put together anew beyond its size; made-up ones else. */
export function benchPapers(corpus: string | undefined, count: number): readonly Paper[] {
  return corpus === undefined ? inventedPapers(count) : recombinedPapers(corpusPapersOf(corpus), count);
}

/** What the tables say of the papers. */
export function describeCorpus(corpus: string | undefined, count: number): string {
  if (corpus === undefined) return 'papers made up from word lists and templates (seeded)';
  const real = corpusPapersOf(corpus).length;
  const whole = `${Math.min(real, count)} papers of ${corpus} (seeded shuffle)`;
  const more = [
    `${count - real} put together from four of them each: halves of two titles, authors and year, abstract and venue`,
    '(any paper of an abstract is right for a phrase of it; titles share their beginnings: typing finds one of several)',
  ].join(' ');
  return count > real ? `${whole}, ${more}` : whole;
}

const keystrokesOfSession = 20;

/** What stands in the input box after each keystroke, for so many titles. */
export function typingSessions(papers: readonly Paper[], count: number): readonly (readonly string[])[] {
  const random = seeded(31);
  const sessions: (readonly string[])[] = [];
  for (let tries = 0; sessions.length < count && tries < count * 20; tries += 1) {
    const title = papers[Math.trunc(random() * papers.length)]?.title ?? '';
    if (title.length < keystrokesOfSession) continue;
    sessions.push(Array.from({ length: keystrokesOfSession }, (_, at) => title.slice(0, at + 1)));
  }
  return sessions;
}
