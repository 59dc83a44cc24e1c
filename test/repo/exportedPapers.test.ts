import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { BibliographyText } from '../../src/core/bibliography/write/bibliographyText.ts';
import { exportFormats, type ExportFormat } from '../../src/core/bibliography/write/exportFormats.ts';
import { parsePaperFile } from '../../src/core/formats/parsePaperFile.ts';
import type { PaperFields } from '../../src/core/paper.ts';
import { repositoryRoot } from './support/repository.ts';

/** A real month of papers where the checkout stands beside it, and works with every field, exported and read by others. */
const month = join(repositoryRoot, '../shared/corpus/hf-daily-papers-2024-05.json.gz');
const hasPandoc = isInstalled('pandoc');
const hasBiber = isInstalled('biber');

const folder = mkdtempSync(join(tmpdir(), 'paperside-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isInstalled(program: string): boolean {
  const found = spawnSync(program, ['--version']).status === 0;
  if (!found) console.log(`${program} is not installed: its checks of exports did nothing.`);
  return found;
}

const own: readonly PaperFields[] = [
  {
    title: 'Only a Title: 50% of R&D_x #1 {and} $x^2$ ~ ^ \\ <b>',
    abstract: 'One.\n\nTwo & three.',
    authors: [],
    keywords: [],
  },
  {
    title: 'Lichens on Walls',
    abstract: '',
    authors: ['Jan van der Berg', 'Ada Stone', 'Institute of Walls and Stones', 'Martin King Jr.'],
    year: 2019,
    venue: 'Journal of Walls',
    doi: '10.1000/a_b(1)<2>',
    arxiv: 'cs/0309040',
    url: 'https://x.org/a_b?c=%20&d#e',
    keywords: ['moss', 'R&D', 'a, b'],
    details: {
      type: 'article-journal',
      variables: {
        issued: '2019-05-19',
        accessed: '2020-01-02',
        volume: '7',
        issue: '2',
        page: '1-10',
        ISSN: '1476-4687',
      },
    },
  },
  ...['paper-conference', 'book', 'chapter', 'thesis', 'report', 'webpage', 'dataset', 'software', 'document'].map(
    (type): PaperFields => ({
      title: `A Work of the Type ${type}`,
      abstract: '',
      authors: ['Ada Stone'],
      year: 2020,
      venue: type === 'paper-conference' || type === 'chapter' ? 'Proceedings of Walls' : undefined,
      url: 'https://x.org/',
      keywords: [],
      details: {
        type,
        names: { author: [{ family: 'Stone', given: 'Ada' }], director: [{ family: 'Slate', given: 'Ben' }] },
        variables: { publisher: 'Stone & Sons', 'publisher-place': 'Walls', archive_location: 'Box 1', issued: '2020' },
      },
    }),
  ),
];

function papers(): readonly PaperFields[] {
  if (!existsSync(month)) return own;
  const { records } = parsePaperFile('papers.json', gunzipSync(readFileSync(month)).toString('utf8'));
  expect(records.length).toBe(155);
  return [...records, ...own];
}

/** Writes all papers as `k0`, `k1`, … and gives the name of the file. */
function exported(format: ExportFormat, works: readonly PaperFields[]): string {
  const text = new BibliographyText(format, true);
  for (const [index, paper] of works.entries()) text.add({ paper, key: `k${String(index)}` });
  const name = `${format.id}.${format.extension}`;
  writeFileSync(join(folder, name), text.parts().join(''));
  return name;
}

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const works = papers();
  const name = exported(format, works);

  test('pandoc --citeproc reads every work without a warning', () => {
    // pandoc of Debian reads RIS as a document, not as a bibliography.
    if (!hasPandoc || id === 'ris') return;
    const text = `---\nbibliography: ${name}\nnocite: '@*'\n---\n\n${works.map((_work, index) => `@k${String(index)}`).join(' ')}\n`;
    const run = spawnSync('pandoc', ['--citeproc', '-t', 'json'], {
      input: text,
      encoding: 'utf8',
      cwd: folder,
      maxBuffer: 1e8,
    });
    expect(run.stderr).toBe('');
    expect(new Set(run.stdout.match(/"ref-k\d+"/g)).size).toBe(works.length);
  }, 120_000);

  test('biber --tool reads it without a warning', () => {
    if (!hasBiber || format.extension !== 'bib') return;
    const run = spawnSync('biber', ['--tool', '--output-file', `${id}-out.bib`, name], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(`${run.stdout}${run.stderr}`.split('\n').filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
    expect(run.status).toBe(0);
    expect(readFileSync(join(folder, `${id}-out.bib`), 'utf8').match(/^@\w+\{k\d+,/gm)?.length).toBe(works.length);
  }, 120_000);
});
