import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import { growth } from '../../../../support/growth.ts';

function groupsOf(bib: string): Readonly<Record<string, readonly string[] | undefined>> {
  const groups: Record<string, readonly string[] | undefined> = {};
  for (const record of bibtex.parse(bib).records) groups[record.key ?? ''] = record.groups;
  return groups;
}

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../fixtures/bibtex', name), 'utf8');
}

/** Entries a, b and c with a title and some more fields. */
function entries(more: Readonly<Record<string, string>>): string {
  return Object.entries(more)
    .map(([key, fields]) => `@misc{${key}, title = {On ${key.toUpperCase()}}, ${fields}}\n`)
    .join('');
}

describe('files of JabRef', () => {
  test('version 5: static groups by the entries, keyword groups by a field', () => {
    expect(groupsOf(fixture('jabref5.bib'))).toEqual({
      vaswani2017: ['Transformers', 'To read', 'Attention'],
      devlin2019: ['Transformers', 'Language; models', 'Attention'],
      he2016: undefined,
    });
  });

  test('version 2: groups list the keys of their entries, in lines broken anywhere', () => {
    expect(groupsOf(fixture('jabref2.bib'))).toEqual({
      'DBLP:conf/nips/VaswaniSPUJGKP17': ['Transformers', 'Böhmer reads'],
      devlin2019: ['Transformers'],
      he2016: ['Böhmer reads'],
    });
  });

  test('their comments are no papers and no problems', () => {
    for (const name of ['jabref5.bib', 'jabref2.bib']) {
      const { records, problems } = bibtex.parse(fixture(name));
      expect(records).toHaveLength(3);
      expect(problems).toEqual([]);
    }
  });
});

describe('the field of an entry', () => {
  test.each([
    ['groups = {Alpha, Beta}', ['Alpha', 'Beta']],
    ['groups = {Alpha,,  Alpha ,}', ['Alpha']],
    ["groups = {Caf\\'e \\& Co}", ['Café & Co']],
    ['mendeley-groups = {Alpha,Beta/Gamma}', ['Alpha', 'Beta/Gamma']],
    ['groups = {}', undefined],
  ])('%s', (field, groups) => {
    expect(groupsOf(entries({ a: field }))).toEqual({ a: groups });
  });
});

/** A JabRef comment of these groups. */
function grouping(...units: readonly string[]): string {
  return `@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n${units.map((unit) => `${unit};\n`).join('')}}\n`;
}

/** So many groups of so many entries. */
function manyGroups(count: number): string {
  const groups = Array.from({ length: count }, (_, i) => `1 KeywordGroup:G${i}\\;0\\;note\\;x y\\;0\\;0\\;1\\;\\;`);
  return grouping(...groups) + '@misc{a, title={T}, note={x}}\n'.repeat(count);
}

describe('keyword groups', () => {
  test.each([
    ['a word among the words of the field', 'keywords\\;graph\\;0\\;0', 'keywords = {Graph, other}', true],
    ['words in any case', 'keywords\\;GRAPH\\;0\\;0', 'keywords = {graph}', true],
    ['case where it counts', 'keywords\\;Graph\\;1\\;0', 'keywords = {graph}', false],
    ['case that is right', 'keywords\\;Graph\\;1\\;0', 'keywords = {graph; Graph}', true],
    ['all words of a term', 'keywords\\;graph theory\\;0\\;0', 'keywords = {theory, spectral graph}', true],
    ['not only one of them', 'keywords\\;graph theory\\;0\\;0', 'keywords = {graph}', false],
    ['whole words only', 'keywords\\;graph\\;0\\;0', 'keywords = {graphs}', false],
    ['other fields', 'journal\\;Nature\\;0\\;0', 'journal = {Nature Physics}', true],
    ['fields in TeX', 'note\\;Café\\;0\\;0', "note = {Caf{\\'e} du Nord}", true],
    ['regular expressions are left out', 'keywords\\;.*\\;0\\;1', 'keywords = {.*}', false],
    ['an empty term is nothing', 'keywords\\;\\;0\\;0', 'keywords = {graph}', false],
    ['object members are no fields', '__proto__\\;x\\;0\\;0', 'keywords = {x}', false],
  ])('%s', (_name, condition, field, belongs) => {
    const bib = grouping(`1 KeywordGroup:G\\;0\\;${condition}\\;1\\;\\;\\;\\;`) + entries({ a: field });
    expect(groupsOf(bib)).toEqual({ a: belongs ? ['G'] : undefined });
  });

  test('a refining group takes only what the group above it has', () => {
    const bib =
      grouping(
        '1 StaticGroup:Mine\\;0\\;1\\;\\;\\;\\;',
        '2 KeywordGroup:My graphs\\;1\\;keywords\\;graph\\;0\\;0\\;1\\;\\;\\;\\;',
        '2 KeywordGroup:All graphs\\;0\\;keywords\\;graph\\;0\\;0\\;1\\;\\;\\;\\;',
        '1 KeywordGroup:At the top\\;1\\;keywords\\;graph\\;0\\;0\\;1\\;\\;\\;\\;',
      ) + entries({ a: 'keywords = {graph}, groups = {Mine}', b: 'keywords = {graph}', c: 'groups = {Mine}' });
    expect(groupsOf(bib)).toEqual({
      a: ['Mine', 'My graphs', 'All graphs', 'At the top'],
      b: ['All graphs', 'At the top'],
      c: ['Mine'],
    });
  });

  test('the last comment may be cut off, and other metadata is not groups', () => {
    const bib =
      '@comment{jabref-meta: databaseType:bibtex;}\n@comment{jabref-meta: groupsversion:3;}\n' +
      '@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:G\\;0\\;a\\;b\\\\}\n' +
      entries({ a: 'year = 1', b: '', c: '' });
    expect(groupsOf(bib)).toEqual({ a: ['G'], b: ['G'], c: undefined });
  });

  test('thousands of groups for thousands of entries are bounded', () => {
    expect(bibtex.parse(manyGroups(8000)).records).toHaveLength(8000);
    const sizes = { small: 1000, large: 8000, enough: 32 };
    expect(growth(manyGroups, (text) => bibtex.parse(text), sizes)).toBeLessThan(32);
  });
});
