import { describe, expect, test } from 'vitest';
import { BibliographyText } from '../../../../../src/core/bibliography/write/bibliographyText.ts';
import { BibtexSource } from '../../../../../src/core/bibliography/write/bibtexSource.ts';
import { exportFormats, type ExportFormat } from '../../../../../src/core/bibliography/write/exportFormats.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';

const bib = [
  '@string{ab = "A" # cd}',
  '@string(cd = {C})',
  '@string{ab = "Later" # cd # may}',
  '@Article {one,\n\ttitle = "One" # ab , month = may}',
  '@inproceedings{two, crossref = {Proc}, title={Two}}',
  '@proceedings{Proc, title={All}, publisher = ab}',
  '@misc{three, title = {x} # nowhere}',
  '@misc{four, title={x}',
].join('\n\n');

function entry(key: string, as = key) {
  const at = bib.search(new RegExp(`@\\w+ ?\\{${key},`));
  const next = bib.indexOf('\n\n', at);
  return new BibtexSource(bib).entry(at, next === -1 ? bib.length : next, { from: key, to: as });
}

const definitions = ['@string{cd = {C}}', '@string{ab = "Later" # cd # may}'];

describe('BibtexSource', () => {
  test('an entry is taken letter by letter, with the strings that it uses', () => {
    const one = entry('one', 'uno');
    expect(one?.text).toBe('@Article {uno,\n\ttitle = "One" # ab , month = may}');
    expect([...(one?.strings.values() ?? [])]).toEqual(definitions);
    expect(one?.parents.size).toBe(0);
  });

  test('what it refers to comes with it', () => {
    const two = entry('two');
    expect([...(two?.parents ?? [])]).toEqual([['Proc', '@proceedings{Proc, title={All}, publisher = ab}']]);
    expect([...(two?.strings.values() ?? [])]).toEqual(definitions);
  });

  test('what stands there now may be another one', () => {
    const at = bib.indexOf('@misc{three');
    expect(new BibtexSource(bib).entry(at, at + 20, { from: 'one', to: 'one' })).toBeUndefined();
  });

  test.each(['three', 'four'])('%s cannot stand alone', (key) => {
    expect(entry(key)).toBeUndefined();
  });
});

function paper(title: string): PaperFields {
  return { title, abstract: 'Of it.', authors: [], keywords: [] };
}

function format(id: ExportFormat['id']): ExportFormat {
  const found = exportFormats.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function written(id: ExportFormat['id'], abstract = false): string {
  const text = new BibliographyText(format(id), abstract);
  text.add({ paper: paper('One'), key: 'one', source: entry('one') });
  text.add({ paper: paper('Two'), key: 'two', source: entry('two') });
  text.add({ paper: paper('Five'), key: 'five' });
  text.add({ paper: paper('Again'), key: 'five' });
  return text.parts().join('');
}

describe('BibliographyText', () => {
  test('BibTeX: entries of .bib files as they are, others made', () => {
    expect(written('bibtex')).toBe(
      `${definitions.join('\n')}\n\n@Article {one,\n\ttitle = "One" # ab , month = may}\n\n` +
        '@inproceedings{two, crossref = {Proc}, title={Two}}\n\n@misc{five,\n  title = {Five},\n}\n\n' +
        '@proceedings{Proc, title={All}, publisher = ab}\n',
    );
  });

  test('strings of two files that mean different things are not mixed', () => {
    const other = new BibtexSource('@string{ab={Other}}\n@misc{six, title=ab}');
    const text = new BibliographyText(format('bibtex'), false);
    text.add({ paper: paper('One'), key: 'one', source: entry('one') });
    text.add({ paper: paper('Other'), key: 'six', source: other.entry(20, 43, { from: 'six', to: 'six' }) });
    expect(text.parts().join('')).toContain('@misc{six,\n  title = {Other},\n}');
  });

  test('CSL JSON, CSL YAML and RIS are whole files', () => {
    expect(JSON.parse(written('csl-json', true))).toEqual([
      { id: 'one', type: 'article', title: 'One', abstract: 'Of it.' },
      { id: 'two', type: 'article', title: 'Two', abstract: 'Of it.' },
      { id: 'five', type: 'article', title: 'Five', abstract: 'Of it.' },
    ]);
    expect(written('csl-yaml')).toBe(
      'references:\n- id: one\n  type: article\n  title: One\n- id: two\n  type: article\n  title: Two\n- id: five\n  type: article\n  title: Five\n',
    );
    expect(written('ris')).toBe(
      [
        'TY  - PREP\nID  - one\nTI  - One\nER  - \n\n',
        'TY  - PREP\nID  - two\nTI  - Two\nER  - \n\n',
        'TY  - PREP\nID  - five\nTI  - Five\nER  - \n',
      ].join(''),
    );
  });

  test.each([
    ['bibtex', ''],
    ['csl-json', '[\n\n]\n'],
  ] as const)('nothing as %s', (id, expected) => {
    expect(new BibliographyText(format(id), false).parts().join('')).toBe(expected);
  });
});
