import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBibtex, scanBibtexFile } from '../../../../../src/core/bibliography/bibtexScan.ts';
import { planBibtexRemove, unusedEntries } from '../../../../../src/core/bibliography/edit/planBibtexRemove.ts';
import { planBibtexUpdate } from '../../../../../src/core/bibliography/edit/planBibtexUpdate.ts';
import { planBibtexInsert, type KeyedPaper } from '../../../../../src/core/bibliography/planBibtexInsert.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { applyEdits } from '../../citations/support.ts';

function paper(title: string, more: Partial<PaperFields> = {}): PaperFields {
  return { title, abstract: '', authors: [], keywords: [], ...more };
}

function removed(bib: string, ...keys: readonly string[]): string {
  return applyEdits(bib, planBibtexRemove(bib, new Set(keys)));
}

function updated(bib: string, ...papers: readonly KeyedPaper[]): string {
  return applyEdits(bib, planBibtexUpdate(bib, papers).edits);
}

describe('planBibtexRemove', () => {
  test.each([
    ['@misc{a, title={A}}\n\n@misc{b, title={B}}\n', '@misc{b, title={B}}\n'],
    ['% of mine\n@misc{a, title={A}}\n@string{x = "y"}\n', '% of mine\n@string{x = "y"}\n'],
    ['@misc{b, title={B}}\r\n\r\n@misc{a, title={A}}\r\n', '@misc{b, title={B}}\r\n\r\n'],
    ['@misc{a, title={A}} @misc{b, title={B}}', ' @misc{b, title={B}}'],
    ['  @misc{a, title={A}}', ''],
    ['@misc{a, title={A}\n@misc{b, title={B}}\n', '@misc{a, title={A}\n@misc{b, title={B}}\n'],
  ])('takes a out of %j', (bib, expected) => {
    expect(removed(bib, 'a')).toBe(expected);
  });

  test('keeps what a remaining entry refers to, and what that refers to', () => {
    const bib =
      '@misc{p,crossref={q},title={P}}\n@misc{q,title={Q}}\n@misc{a,crossref={P},title={A}}\n@misc{r,title={R}}\n';
    expect(removed(bib, 'p', 'q', 'r')).toBe(bib.replace('@misc{r,title={R}}\n', ''));
    expect(unusedEntries(bib, new Set(['a']))).toEqual(['r']);
    expect(unusedEntries(bib, new Set())).toEqual(['p', 'q', 'a', 'r']);
  });

  test('an entry is used under its other names, too', () => {
    expect(unusedEntries('@misc{a, ids={old, older}}\n@misc{B}\n', new Set(['older', 'b']))).toEqual([]);
  });
});

describe('planBibtexUpdate', () => {
  const known = paper('Lichens on Walls', {
    authors: ['Ada Stone', 'Ben Slate'],
    year: 2019,
    doi: '10.1000/walls',
    venue: 'Journal of Walls',
  });

  test('adds what is missing, replaces what is other, leaves the rest as it is written', () => {
    const bib = '@article{mine,\n  title = {{L}ichens on walls},\n  year = 2018,\n  note = {read it}\n}\n';
    expect(updated(bib, { paper: known, key: 'stone2019' })).toBe(
      [
        '@article{mine,',
        '  title = {{L}ichens on walls},',
        '  year = {2019},',
        '  note = {read it},',
        '  author = {Ada Stone and Ben Slate},',
        '  journal = {Journal of Walls},',
        '  doi = {10.1000/walls}',
        '}\n',
      ].join('\n'),
    );
  });

  test('what says the same stays, in whatever words and fields', () => {
    const bib =
      '@article{k, title = "Lichens on Walls: A Study", author = {Stone, A. and Slate, B.}, date = {2019-05},\n' +
      '  journaltitle = {JOURNAL of Walls}, doi = {10.1000/WALLS}}\n';
    expect(planBibtexUpdate(bib, [{ paper: known, key: 'k' }])).toEqual({ edits: [], changed: [] });
  });

  test('a line of its own keeps its comma, CRLF stays CRLF', () => {
    const bib =
      '@misc{k,\r\n\ttitle = {Lichens on Walls},\r\n\tauthor = {Ada Stone and Ben Slate},\r\n\tjournal=j, year=2019,\r\n}\r\n';
    expect(updated(`@string{j = {Journal of Walls}}\r\n${bib}`, { paper: known, key: 'k' })).toBe(
      `@string{j = {Journal of Walls}}\r\n${bib.replace('year=2019,', 'year=2019,\tdoi = {10.1000/walls},'.replace('\t', ' '))}`,
    );
  });

  test('a value stays under the name that the file gives it', () => {
    const bib =
      '@article{k, title={Lichens on Walls}, author={Ada Stone and Ben Slate}, date={2017-01}, journaltitle={Annals}}\n';
    expect(updated(bib, { paper: { ...known, doi: undefined }, key: 'k' })).toBe(
      bib.replace('{2017-01}', '{2019}').replace('{Annals}', '{Journal of Walls}'),
    );
  });

  test('what is inherited is there', () => {
    const bib =
      '@misc{k, crossref={p}, title={Lichens on Walls}, doi={10.1000/walls}, journal={Journal of Walls}}\n@book{p, year=2019, editor={X, Y}, author={Ada Stone and Ben Slate}}\n';
    expect(updated(bib, { paper: { ...known, authors: [] }, key: 'k' })).toBe(bib);
  });

  test('broken entries and others are passed over', () => {
    const bib = '@misc{k, title={Lichens on Walls}\n@misc{other, title={Else}}\n';
    expect(updated(bib, { paper: known, key: 'k' })).toBe(bib);
  });
});

describe('sorted insertion', () => {
  test.each([
    ['@misc{a}\n\n@misc{m}\n', ['b', 'z', 'c'], ['a', 'b', 'c', 'm', 'z']],
    ['% head\n@misc{m}\n', ['a', 'Z'], ['a', 'm', 'Z']],
    ['', ['b', 'a'], ['b', 'a']],
  ])('into %j', (bib, keys, expected) => {
    const papers = keys.map((key) => ({ key, paper: paper(`About ${key}`) }));
    const { edit } = planBibtexInsert(bib, papers, { sorted: true });
    const after = applyEdits(bib, edit === undefined ? [] : [edit]);
    expect(scanBibtex(after).map(({ key }) => key)).toEqual(expected);
    expect(after.startsWith(bib.slice(0, bib.indexOf('@misc')))).toBe(true);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '% a comment @misc{no, x}',
      '@string{ab = "AB"}',
      '@preamble{"\\newcommand"}',
      '@comment{jabref-meta: x;}',
      'free text',
      '',
    ),
    fc
      .tuple(fc.nat(5), fc.constantFrom(' note = ab # { x},', '\n  author = "A {B}",', '', '\n\tkeywords={a,b}\n'))
      .map(([n, field]) => `@article{k${String(n)},${field} title={Work number ${String(n)} of all}}`),
  ),
  { maxLength: 8 },
);
const step = fc.record({
  kind: fc.constantFrom('add', 'addSorted', 'update', 'remove'),
  n: fc.nat(7),
  year: fc.integer({ min: 1990, max: 2030 }),
});

test('any sequence of adding, updating and removing leaves all untouched entries byte for byte', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom('\n', '\r\n'), fc.array(step, { maxLength: 6 }), (parts, eol, steps) => {
      let bib = parts.join(eol + eol).replace(/\r?\n/g, eol);
      for (const { kind, n, year } of steps) {
        const key = `k${String(n)}`;
        const papers = [
          { key, paper: paper(`Work number ${String(n)} of all`, { year, doi: `10.1000/k${String(n)}` }) },
        ];
        const before = bib;
        if (kind === 'remove') bib = removed(bib, key);
        else if (kind === 'update') bib = updated(bib, ...papers);
        else {
          const { edit } = planBibtexInsert(bib, papers, { sorted: kind === 'addSorted' });
          bib = applyEdits(bib, edit === undefined ? [] : [edit]);
          expect(scanBibtex(bib).filter((entry) => entry.key === key).length).toBe(Math.max(1, countOf(before, key)));
        }
        expect(untouched(bib, key)).toEqual(untouched(before, key));
        expect(rest(bib)).toBe(rest(before));
        if (kind === 'remove') expect(countOf(bib, key)).toBe(0);
        if (kind === 'update' && countOf(before, key) > 0) expect(yearsOf(bib, key)).toContain(String(year));
      }
    }),
    { numRuns: 1000 },
  );
});

function countOf(bib: string, key: string): number {
  return scanBibtex(bib).filter((entry) => entry.key === key).length;
}

function yearsOf(bib: string, key: string): readonly (string | undefined)[] {
  return scanBibtex(bib).map((entry) => (entry.key === key ? entry.fields.get('year') : undefined));
}

/** The texts of all other entries, in their order. */
function untouched(bib: string, key: string): readonly string[] {
  return scanBibtex(bib)
    .filter((entry) => entry.key !== key)
    .map(({ start, end }) => bib.slice(start, end));
}

/** Everything between entries, white space collapsed; what `@string`s say. */
function rest(bib: string): string {
  const { entries, strings, comments } = scanBibtexFile(bib);
  let between = bib;
  for (const { start, end } of entries.toReversed()) between = `${between.slice(0, start)} ${between.slice(end)}`;
  return JSON.stringify([between.replace(/\s+/g, ' ').trim(), strings.map(({ name }) => name), comments]);
}
