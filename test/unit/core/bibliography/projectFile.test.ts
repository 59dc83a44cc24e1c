import { describe, expect, test } from 'vitest';
import { layeredMetadata, type MetadataLayer } from '../../../../src/core/bibliography/layeredMetadata.ts';
import { readFrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { readProjectFile, type ProjectFileName } from '../../../../src/core/bibliography/projectFile.ts';
import { growth } from '../../../support/growth.ts';

const quarto = `project:
  type: book
book:
  title: A Book
  chapters: [index.qmd, one.qmd]
bibliography: references.bib
csl: styles/own.csl
lang: de
format:
  html:
    csl: other.csl
`;

function named(yaml: string): unknown {
  return readProjectFile('_quarto.yml', yaml)?.metadata.bibliography;
}

function layer(folder: string, yaml: string, joins: MetadataLayer['joins'] = 'lists'): MetadataLayer {
  return { metadata: readFrontMatter(`---\n${yaml}\n---\n`), folder, joins };
}

describe('the file of a project', () => {
  test("is Quarto's", () => {
    expect(readProjectFile('_quarto.yml', quarto)).toMatchObject({
      metadata: { bibliography: ['references.bib'], isList: false, csl: 'styles/own.csl', language: 'de' },
      joins: 'lists',
      isRoot: true,
      problem: undefined,
    });
  });

  test("is that of a folder of Quarto's, which is no root", () => {
    const said = readProjectFile('_metadata.yml', '\uFEFFbibliography:\r\n  - a.bib\r\n  - b.bib\r\n');
    expect(said).toMatchObject({ metadata: { bibliography: ['a.bib', 'b.bib'], isList: true }, isRoot: false });
  });

  test.each([
    ['project:\n  bibliography:\n    - a.bib\n    - https://x.org/b.bib\n', ['a.bib', 'https://x.org/b.bib']],
    ['version: 1\nproject:\n  title: T\n  bibliography: [a.bib]\n  toc:\n    - file: x.md\nsite: {}\n', ['a.bib']],
    ['bibliography: [top.bib]\nproject:\n  title: T\n', ['top.bib']],
    ['project: {bibliography: [a.bib]}\nbibliography: top.bib\n', ['top.bib']],
    ['project:\n  toc:\n    bibliography: no.bib\n', []],
    ['project:\n', []],
  ])("is MyST's: %j", (text, bibliography) => {
    const said = readProjectFile('myst.yml', text);
    expect(said?.metadata.bibliography).toEqual(bibliography);
    expect(said).toMatchObject({ joins: 'always', isRoot: true, problem: undefined });
  });

  test('is the first chapter of a bookdown book, and of none else', () => {
    const text = '---\ntitle: Book\nbibliography: [book.bib, packages.bib]\ncsl: apa.csl\n---\n\n# One\n';
    expect(readProjectFile('index.Rmd', text)).toBeUndefined();
    expect(readProjectFile('index.Rmd', text, { isBook: true })?.metadata).toMatchObject({
      bibliography: ['book.bib', 'packages.bib'],
      csl: 'apa.csl',
    });
    const ofSite = text.replace('---\n', '---\nsite: bookdown::bookdown_site\n');
    expect(readProjectFile('index.Rmd', ofSite)).toMatchObject({ joins: 'never', isRoot: true });
  });

  test.each<[ProjectFileName, string, RegExp]>([
    ['_quarto.yml', 'bibliography: [', /^is not valid YAML: .* in line 1$/],
    ['_quarto.yml', '- a\n', /^holds no "name: value" lines$/],
    ['_quarto.yml', `a: ${'x'.repeat(300_000)}`, /^is too large to be read$/],
    ['myst.yml', 'project:\n  bibliography: [\n', /^is not valid YAML: /],
    ['index.Rmd', '---\nsite: bookdown::x\nbibliography: [\n---\n', /^cannot be read: The front matter is not valid/],
  ])('%s that is broken says so: %j', (name, text, problem) => {
    const said = readProjectFile(name, text);
    expect(said?.problem).toMatch(problem);
    expect(said?.metadata.bibliography).toEqual([]);
  });

  test('that is hostile is harmless, and takes time in proportion to its length', () => {
    const bomb = ['a: &a0 x', ...Array.from({ length: 60 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(named([...bomb, 'bibliography: *a60'].join('\n'))).toEqual([]);
    expect(named('bibliography: &x [*x]')).toEqual([]);
    expect(named(`bibliography: ${'['.repeat(20_000)}`)).toEqual([]);
    for (const line of ['key: v\n', 'x: &a [1]\ny: *a\n', 'bibliography: a\n', '- *a\n', 'nocite: [*a]\n', '? ']) {
      const ratio = growth((size) => `a: &a x\nbibliography:\n${line.repeat(size)}`, named, {
        small: 300,
        large: 2_400,
        enough: 24,
      });
      expect(ratio, JSON.stringify(line)).toBeLessThan(24);
    }
  });
});

describe('what a document and its project say', () => {
  test('is that of the nearest, each for itself', () => {
    const said = layeredMetadata([
      layer('/b/one', 'lang: fr', 'never'),
      layer('/b/one', 'csl: near.csl\nlang: de'),
      layer('/b', 'csl: far.csl\nbibliography: refs/b.bib\nlink-citations: true\nnocite: "@a"'),
    ]);
    expect(said).toMatchObject({
      language: 'fr',
      csl: { written: 'near.csl', layer: 1 },
      bibliography: ['/b/refs/b.bib'],
      hasOthers: false,
      linkCitations: true,
      listed: ['a'],
    });
  });

  test('one bibliography takes the place of the other, and lists are joined, as Quarto does it', () => {
    const single = [layer('/b/one', 'bibliography: own.bib', 'never'), layer('/b', 'bibliography: far.bib')];
    expect(layeredMetadata(single).bibliography).toEqual(['/b/one/own.bib']);
    const lists = [layer('/b/one', 'bibliography: [own.bib]', 'never'), layer('/b', 'bibliography: ../b/far.bib')];
    expect(layeredMetadata(lists).bibliography).toEqual(['/b/one/own.bib', '/b/far.bib']);
    const far = [layer('/b', 'bibliography: b.bib', 'never'), layer('/b', 'bibliography: [b.bib, c.bib]')];
    expect(layeredMetadata(far).bibliography).toEqual(['/b/b.bib', '/b/c.bib']);
  });

  test('MyST reads all, bookdown those of the document', () => {
    const own = layer('/b/one', 'bibliography: own.bib', 'never');
    expect(layeredMetadata([own, layer('/b', 'bibliography: b.bib', 'always')]).bibliography).toEqual([
      '/b/one/own.bib',
      '/b/b.bib',
    ]);
    expect(layeredMetadata([own, layer('/b', 'bibliography: [b.bib]', 'never')]).bibliography).toEqual([
      '/b/one/own.bib',
    ]);
  });

  test('what is on the web is no file', () => {
    const said = layeredMetadata([layer('/b', 'bibliography: [https://x.org/a.bib, file:///c/d.bib]', 'never')]);
    expect(said).toMatchObject({ bibliography: ['/c/d.bib'], hasOthers: true });
  });

  test('is nothing without layers', () => {
    expect(layeredMetadata([])).toMatchObject({ bibliography: [], hasOthers: false, csl: undefined, title: undefined });
  });
});
