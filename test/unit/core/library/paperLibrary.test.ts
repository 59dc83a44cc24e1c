import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { generatedKey } from '../../../../src/core/library/citationKey.ts';
import { PaperLibrary } from '../../../../src/core/library/paperLibrary.ts';
import { anyTitle, keysOf, libraryOf, recordAt } from './records.ts';
import { cpuTime } from '../../../support/cpuTime.ts';

function sameTitle(line: number): PaperRecord {
  return recordAt(line, { title: 'Same', doi: `10.1/${String(line)}` });
}

function commitTime(count: number): number {
  const library = new PaperLibrary();
  library.setFile(
    'a',
    Array.from({ length: count }, (_, line) => sameTitle(line)),
  );
  const start = cpuTime();
  library.commit();
  return cpuTime() - start;
}

describe('merging', () => {
  test('the same title in two files is one paper with both sources; each field from whom knows it', () => {
    const library = libraryOf({
      'file:///a.txt': [recordAt(0, { title: 'Deep Nets: A Tale', abstract: 'Short.', keywords: ['Nets'] })],
      'file:///b.bib': [
        recordAt(7, {
          title: 'Deep nets -- a tale',
          abstract: 'A longer abstract.',
          authors: ['Ada Byron'],
          year: 2020,
          venue: 'Tales',
          doi: '10.1/x',
          url: 'https://example.org/x',
          keywords: ['nets', 'tales'],
        }),
      ],
    });
    expect(library.papers()).toEqual([
      {
        key: generatedKey('Deep Nets: A Tale'),
        aliases: [],
        title: 'Deep Nets: A Tale',
        abstract: 'A longer abstract.',
        authors: ['Ada Byron'],
        year: 2020,
        venue: 'Tales',
        doi: '10.1/x',
        url: 'https://example.org/x',
        keywords: ['Nets', 'tales'],
        sources: [
          { uri: 'file:///a.txt', range: recordAt(0, { title: '' }).range },
          { uri: 'file:///b.bib', range: recordAt(7, { title: '' }).range },
        ],
      },
    ]);
  });

  test('a DOI or an arXiv id joins titles that differ, over a third record too', () => {
    const library = libraryOf({
      a: [recordAt(0, { title: 'Graph Nets', arxiv: '2401.00001' })],
      b: [recordAt(0, { title: 'Graph Nets, Revisited', arxiv: '2401.00001', doi: '10.1/g' })],
      c: [recordAt(0, { title: 'Graph nets (extended)', doi: '10.1/G' })],
    });
    expect(library.size).toBe(1);
    expect(library.papers()[0]?.sources).toHaveLength(3);
  });

  test('the DOI of a volume on each of its papers does not make them one', () => {
    const titles = ['Matching graphs quickly', 'Dialogue systems surveyed', 'Bandits everywhere'];
    const library = libraryOf({ a: titles.map((title, line) => recordAt(line, { title, doi: '10.1/volume' })) });
    expect(library.papers().map(({ title }) => title)).toEqual(titles);
  });

  test('the same title is not always the same paper', () => {
    const library = libraryOf({
      a: [
        recordAt(0, { title: 'Introduction', year: 2010, authors: ['Ada Byron'] }),
        recordAt(5, { title: 'Introduction', year: 2020, authors: ['Ada Byron'] }),
        recordAt(9, { title: 'Introduction', year: 2010, authors: ['Alan Turing'] }),
      ],
    });
    expect(library.size).toBe(3);
    expect(new Set(keysOf(library)).size).toBe(3);
  });

  test('records without a title stay papers of their own', () => {
    const library = libraryOf({
      a: [recordAt(0, { title: '' }), recordAt(1, { title: '' }), recordAt(2, { title: '' })],
    });
    expect(new Set(keysOf(library)).size).toBe(3);
  });

  test("a publisher's DOI wins over arXiv's own", () => {
    const library = libraryOf({
      a: [recordAt(0, { title: 'T one', doi: '10.48550/arxiv.2401.00001' })],
      b: [recordAt(0, { title: 'T one', doi: '10.1/x' })],
    });
    expect(library.papers().map(({ doi }) => doi)).toEqual(['10.1/x']);
  });

  test('linear: eight times the records of one title take nowhere near 64 times as long', () => {
    commitTime(5000);
    expect(commitTime(40_000) / Math.max(1, commitTime(5000))).toBeLessThan(32);
  });
});

describe('commits', () => {
  const one = recordAt(0, { title: 'Paper One' });
  const two = recordAt(5, { title: 'Paper Two' });

  test('nothing is seen before a commit; then the difference', () => {
    const library = new PaperLibrary();
    library.setFile('a', [one, two]);
    expect(library.size).toBe(0);
    expect(library.commit().added.map(({ title }) => title)).toEqual(['Paper One', 'Paper Two']);
    expect(library.commit()).toEqual({ added: [], changed: [], removed: [] });
    library.setFile('a', [two]);
    expect(library.commit()).toMatchObject({ added: [], changed: [], removed: [{ title: 'Paper One' }] });
    library.removeFile('a');
    library.removeFile('unknown');
    expect(library.commit().removed).toHaveLength(1);
    expect(library.size).toBe(0);
  });

  test('papers that did not change stay the same objects, even when the file was read again', () => {
    const library = libraryOf({ a: [one, two] });
    const before = library.papers();
    library.setFile('a', [structuredClone(one), recordAt(5, { title: 'Paper Two', abstract: 'New.' })]);
    const diff = library.commit();
    expect(library.papers()[0]).toBe(before[0]);
    expect(diff).toMatchObject({ added: [], changed: [{ abstract: 'New.' }], removed: [] });
    expect(diff.changed[0]).toBe(library.papers()[1]);
  });

  test('other lines or another file name are changes of the same paper', () => {
    const library = libraryOf({ a: [one] });
    library.setFile('a', [recordAt(40, { title: 'Paper One' })]);
    expect(library.commit()).toMatchObject({ added: [], removed: [], changed: [{ sources: [{ uri: 'a' }] }] });
    library.removeFile('a');
    library.setFile('b', [recordAt(40, { title: 'Paper One' })]);
    expect(library.commit()).toMatchObject({ added: [], removed: [], changed: [{ sources: [{ uri: 'b' }] }] });
  });

  test('a paper whose key changes is removed and added', () => {
    const library = libraryOf({ a: [one] });
    library.setFile('a', [recordAt(0, { title: 'Paper One', key: 'one' })]);
    expect(library.commit()).toMatchObject({
      added: [{ key: 'one' }],
      changed: [],
      removed: [{ key: generatedKey('Paper One') }],
    });
  });

  test('papers stand in the order of files and lines, whatever the order of setting', () => {
    const library = libraryOf({ b: [recordAt(0, { title: 'Third' })], a: [recordAt(9, { title: 'Second' }), one] });
    expect(library.papers().map(({ title }) => title)).toEqual(['Paper One', 'Second', 'Third']);
  });

  test('diffs added up give the library', () => {
    const file = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(anyTitle, { maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(file, { maxLength: 8 }), (steps) => {
        const library = new PaperLibrary();
        const seen = new Map<string, unknown>();
        for (const [uri, all] of steps) {
          library.setFile(
            uri,
            all.map((title, line) => recordAt(line, { title })),
          );
          const { added, changed, removed } = library.commit();
          for (const { key } of removed) expect(seen.delete(key)).toBe(true);
          for (const paper of added) expect(seen.has(paper.key)).toBe(false);
          for (const paper of changed) expect(seen.has(paper.key)).toBe(true);
          for (const paper of [...added, ...changed]) seen.set(paper.key, paper);
          expect(seen.size).toBe(library.size);
          for (const paper of library.papers()) expect(seen.get(paper.key)).toBe(paper);
        }
      }),
    );
  });
});
