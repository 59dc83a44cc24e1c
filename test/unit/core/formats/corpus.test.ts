import { expect, test } from 'vitest';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { realPapers } from '../../../support/searchCorpus.ts';
import { paperWriters, type WrittenPaper } from '../../../support/paperWriters.ts';
import { writtenPapers } from '../../../support/writtenPapers.ts';

// Every real paper of the shared corpus, written as programs export it and read again.

/** Of all fields of all papers, fewer than this may come back differently. */
const tolerated = 0.001;

function same(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const fields = ['title', 'authors', 'year', 'abstract'] as const;

/** What of a paper is compared: all fields that the writer of the format has a place for. */
function comparedFields(format: string): readonly string[] {
  return format === 'markdown' ? fields.filter((field) => field !== 'abstract') : fields;
}

/** What came back differently, as sentences. */
function differences(
  written: WrittenPaper,
  read: PaperRecord | undefined,
  compared: readonly string[],
): readonly string[] {
  if (read === undefined) return [`missing: ${written.title}`];
  const pairs: readonly (readonly [string, string, string])[] = [
    ['title', written.title, read.title],
    ['authors', written.authors.join('; '), read.authors.join('; ')],
    ['year', String(written.year), String(read.year)],
    ['abstract', written.abstract, read.abstract],
  ];
  return pairs
    .filter(([field, before, after]) => compared.includes(field) && same(before) !== same(after))
    .map(([field, before, after]) => `${field}: ${excerptOf(same(before), same(after))}`);
}

/** Around the first place where two texts differ. */
function excerptOf(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `"${before.slice(from, at + 30)}" became "${after.slice(from, at + 30)}"`;
}

const files: readonly (readonly [format: string, file: string])[] = [
  ['bibtex', 'corpus.bib'],
  ['ris', 'corpus.ris'],
  ['cslJson', 'corpus.csl.json'],
  ['listing', 'corpus-papers.txt'],
  ['nbib', 'corpus.nbib'],
  ['enw', 'corpus.enw'],
  ['jsonLines', 'corpus-papers.jsonl'],
  ['csv', 'corpus-papers.csv'],
  ['arxivAtom', 'corpus-papers.xml'],
  ['markdown', 'corpus-papers.md'],
];

const real = realPapers();

test.each(files)('%s: every real paper comes back as it was written', (format, file) => {
  if (real === undefined) {
    console.log('The shared corpus is not on this machine: nothing was compared.');
    return;
  }
  const { papers } = writtenPapers(real.length);
  const { records, problems } = parsePaperFile(file, paperWriters[format]?.(papers) ?? '');
  const compared = comparedFields(format);
  const byKey = new Map(records.map((record) => [record.key, record]));
  const found = papers.flatMap((paper, index) => differences(paper, byKey.get(paper.key) ?? records[index], compared));
  console.log(
    `${format}: ${papers.length} papers, ${found.length} differences, ${problems.length} problems\n  ${found.slice(0, 20).join('\n  ')}`,
  );
  expect(records).toHaveLength(papers.length);
  expect(found.length).toBeLessThan(papers.length * compared.length * tolerated);
});
