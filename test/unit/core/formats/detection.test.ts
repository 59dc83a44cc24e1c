import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import { fixture } from './readText.ts';
import { otherFiles, proseFiles } from './otherFiles.ts';

// Content decides what a file is: under any name that does not say something else, a file has the same papers.

const root = join(import.meta.dirname, '../../../fixtures');
const folders = ['lists', 'bibtex', 'json', 'csv', 'atom', 'tagged', 'csl'];
const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));

/** Names that say nothing, or little: a download without its ending. */
const plainNames = ['x', 'x.txt', 'my-papers.txt', 'papers.md', 'PAPERS.TXT'];
/** Names of formats. Lists are told by their lines alone, so that such a name is believed before them. */
const otherNames = ['x.json', 'x.bib', 'x.ris', 'x.csv', 'x.xml', 'x.yaml'];

test.each(files)('%s is itself under any name', (file) => {
  const text = fixture(file);
  const own = parsePaperFile(file.slice(file.indexOf('/') + 1), text);
  const found: string[] = [];
  const names = file.startsWith('lists/') ? plainNames : [...plainNames, ...otherNames];
  expect(own.records.length).toBeGreaterThan(0);
  for (const name of names) {
    const { format, records } = parsePaperFile(name, text);
    if (format !== own.format || records.length !== own.records.length)
      found.push(`${name}: ${format} ${records.length} instead of ${own.format} ${own.records.length}`);
  }
  expect(found).toEqual([]);
});

test.each(['', ' ', '\n\n', ' '.repeat(64 * 1024), '\uFEFF\r\n\t\r\n'])(
  '%# nothing but white space is no paper',
  (text) => {
    for (const name of ['my-papers.txt', 'x.md', 'x']) {
      const { records, problems } = parsePaperFile(name, text);
      expect(records).toEqual([]);
      expect(problems.map(({ code }) => code)).toEqual(['no-papers']);
    }
    for (const name of ['x.bib', 'x.ris', 'x.json', 'x.csv', 'x.xml', 'x.yaml']) {
      const { records, problems } = parsePaperFile(name, text);
      expect(records).toEqual([]);
      expect(problems).toEqual([]);
    }
  },
);

describe('files that are no papers give nothing', () => {
  test.each(Object.entries({ ...otherFiles, ...proseFiles }))('%s', (name, text) => {
    const found: string[] = [];
    for (const other of [name, 'x.txt', 'my-papers.txt', 'x']) {
      const { format, records, problems } = parsePaperFile(other, text);
      if (format !== undefined || records.length > 0 || problems.length > 0)
        found.push(
          `${other}: ${format} ${records.map(({ title }) => title).join('|')} / ${problems.map(({ code }) => code).join('|')}`,
        );
    }
    expect(found).toEqual([]);
  });
});

test('bullets that are bare titles are no notes', () => {
  const text = '# To read\n\n- [ ] Attention Is All You Need\n- [x] Deep Residual Learning for Image Recognition\n';
  expect(parsePaperFile('my-papers.md', text).format).toBe('listing');
});
