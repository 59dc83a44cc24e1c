import { parse, type Creator } from '@retorquere/bibtex-parser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBibtex } from '../../../../../src/core/bibliography/bibtexScan.ts';
import { formatBibtexEntry } from '../../../../../src/core/bibliography/write/bibtexWriter.ts';
import type { BibtexDialect } from '../../../../../src/core/bibliography/write/bibtexTypes.ts';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { displayName } from '../../../../../src/core/personName.ts';
import { parseTexNames } from '../../../../../src/core/tex/texNames.ts';
import { decodeTex } from '../../../../../src/core/tex/decodeTex.ts';
import type { CslRole } from '../../../../../src/core/workDetails.ts';
import { nameOf, plain } from '../../formats/bibtex/oracleText.ts';
import { anyWork, shapeOf } from './anyWork.ts';

const common = ['article-journal', 'paper-conference', 'book', 'chapter', 'thesis', 'report', 'pamphlet', 'manuscript'];
const types: Readonly<Record<BibtexDialect, readonly string[]>> = {
  bibtex: [...common, 'document'],
  biblatex: [
    ...common,
    'webpage',
    'dataset',
    'software',
    'patent',
    'standard',
    'periodical',
    'review',
    'entry-encyclopedia',
  ],
};
const names = new Set(['author', 'editor', 'translator', 'bookauthor']);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const roles: readonly CslRole[] = ['author', 'editor', 'translator', 'container-author', 'director', 'composer'];

function again(written: PaperFields, dialect: BibtexDialect): PaperFields {
  const { records, problems } = bibtex.parse(formatBibtexEntry(written, 'k', { dialect, abstract: true }));
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  return records[0] ?? written;
}

/** The decoder takes away white space inside `$ x $` and the dollars around one plain sign: nothing else may differ. */
function shown(text: string): string {
  return text.replace(/\$ *([<>|+=/*]) *\$/g, '$1').replace(/ *\$ */g, '$');
}

describe.each(['bibtex', 'biblatex'] as const)('what is written as %s', (dialect) => {
  test('comes back without a lost field', () => {
    fc.assert(
      fc.property(anyWork(types[dialect], roles), (work) => {
        expect(shapeOf(again(work, dialect), shown)).toMatchObject(shapeOf(work, shown));
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each(['bibtex', 'biblatex'] as const)('the strictest parser on npm reads %s', (dialect) => {
  test('without a lost field', () => {
    fc.assert(
      fc.property(anyWork(types[dialect], roles), (work) => {
        const bib = formatBibtexEntry(work, 'k', { dialect, abstract: true });
        const { entries, errors } = parse(bib, { sentenceCase: false, caseProtection: false });
        expect(errors).toEqual([]);
        expect(entries).toHaveLength(1);
        const theirs: Record<string, unknown> = entries[0]?.fields ?? {};
        const ours = [...(scanBibtex(bib)[0]?.fields ?? [])];
        expect(ours.map(([name]) => [name, theirText(name, theirs[name])])).toEqual(
          ours.map(([name, raw]) => [name, ourText(name, raw)]),
        );
      }),
      { numRuns: 300 },
    );
  });
});

function ourText(field: string, raw: string): string {
  if (names.has(field)) return alike(parseTexNames(raw).map(displayName).join(', '));
  if (field === 'keywords') return sorted(raw);
  return field === 'month' ? String(months.indexOf(raw) + 1) : alike(decodeTex(raw));
}

function theirText(field: string, value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const text = list.map((one) => (isCreator(one) ? nameOf(one) : String(one))).join(', ');
  return field === 'keywords' ? sorted(text) : alike(text);
}

/** It draws some signs otherwise, and math too, in which white space means nothing. */
function alike(text: string): string {
  return plain(text)
    .replaceAll('ˋ', '`')
    .replace(/[\s$_^]/g, '');
}

/** It leaves keywords as they are written, but in another order. */
function sorted(keywords: string): string {
  return decodeTex(keywords).split(', ').sort().join(', ');
}

function isCreator(value: unknown): value is Creator {
  return typeof value === 'object' && value !== null && ('lastName' in value || 'name' in value);
}

test.each([
  ['article', { arxiv: '2401.00001' }, 'misc', 'online'],
  ['article', { venue: 'NeurIPS 2023' }, 'inproceedings', 'inproceedings'],
  ['article', {}, 'misc', 'misc'],
  ['article-journal', {}, 'article', 'article'],
  ['thesis', {}, 'phdthesis', 'thesis'],
  ['post-weblog', {}, 'misc', 'online'],
  ['motion_picture', {}, 'misc', 'misc'],
])('the CSL type %s of %j is %s, and %s in BibLaTeX', (type, fields, inBibtex, inBiblatex) => {
  const work: PaperFields = { title: 'T', abstract: '', authors: [], keywords: [], details: { type }, ...fields };
  expect(formatBibtexEntry(work, 'k')).toMatch(`@${inBibtex}{k,`);
  expect(formatBibtexEntry(work, 'k', { dialect: 'biblatex' })).toMatch(`@${inBiblatex}{k,`);
});

test('a master’s thesis is none of a doctor', () => {
  const details = { type: 'thesis', variables: { genre: 'Master’s thesis', publisher: 'University of Walls' } };
  const work: PaperFields = { title: 'T', abstract: '', authors: [], keywords: [], details };
  expect(formatBibtexEntry(work, 'k')).toBe(
    '@mastersthesis{k,\n  title = {T},\n  type = {Master’s thesis},\n  school = {University of Walls},\n}',
  );
});

test('a comma in a keyword does not part it', () => {
  const work: PaperFields = { title: 'T', abstract: '', authors: [], keywords: ['walls, old', 'moss; wet', 'R&D'] };
  expect(again(work, 'bibtex').keywords).toEqual(work.keywords);
});
