import { describe, expect, test } from 'vitest';
import { citingGlobs } from '../../../../src/core/citations/syntaxOverrides.ts';
import {
  citingEndings,
  syntaxNames,
  syntaxOf,
  syntaxOfText,
  toldSyntax,
  type DocumentText,
} from '../../../../src/core/citations/syntaxes.ts';

const ids = (...documents: readonly (readonly [path: string, languageId?: string])[]): readonly unknown[] =>
  documents.map(([path, languageId]) => syntaxOf(path, languageId)?.id);

function of(text: string, more: Partial<DocumentText> = {}): string | undefined {
  return syntaxOfText({ path: '/a.md', text, ...more })?.id;
}

describe('the syntax of a document', () => {
  test('goes by its ending, and by its language where that is known', () => {
    expect(ids(['/a.md'], ['/a.tex'], ['/A.TYP'], ['/a.qmd'], ['/a.Rmd'], ['/a.myst'], ['/a.ltx'], ['/a.txt'])).toEqual(
      ['pandoc', 'latex', 'typst', 'pandoc', 'pandoc', 'myst', 'latex', undefined],
    );
    expect(ids(['/a.txt', 'latex'], ['/a.txt', 'typst'], ['/a.tex', 'plaintext'], ['/a', 'tex'])).toEqual([
      'latex',
      'typst',
      undefined,
      'latex',
    ]);
    const plain = ['/a.typ', '/a.qmd', '/a.Rmd', '/a.myst', '/a.md', '/a.txt'].map((path): [string, string] => [
      path,
      'plaintext',
    ]);
    expect(ids(...plain)).toEqual(['typst', 'pandoc', 'pandoc', 'myst', undefined, undefined]);
    expect(new Set(citingEndings).size).toBe(citingEndings.length);
    expect(syntaxNames).toEqual(['pandoc', 'latex', 'typst', 'myst', 'wiki', 'footnote', 'link', 'none']);
  });

  test('goes by what the settings say first: a glob, then a language', () => {
    const overrides = [
      { of: 'markdown', syntax: 'myst' },
      { of: 'vault/**/*.{md,txt}', syntax: 'wiki' },
      { of: '*.inc', syntax: 'latex' },
      { of: 'typst', syntax: 'none' },
      { of: 'asciidoc', syntax: 'pandoc' },
    ];
    const told = (path: string, languageId?: string): string | undefined => syntaxOf(path, languageId, overrides)?.id;
    expect([told('/w/a.md'), told('/w/a.txt', 'markdown'), told('/w/a.qmd'), told('/w/a.md', 'quarto')]).toEqual([
      'myst',
      'myst',
      'pandoc',
      'pandoc',
    ]);
    expect([told('/w/vault/x/y/a.md'), told('/w/vault/a.txt', 'plaintext'), told('/w/vault.txt')]).toEqual([
      'wiki',
      'wiki',
      undefined,
    ]);
    expect([told('/w/x/a.inc'), told('/w/a.inc', 'cpp'), told('/w/a.include')]).toEqual(['latex', 'latex', undefined]);
    expect([told('/w/a.typ'), told('/w/a', 'typst'), told('/w/a.adoc', 'asciidoc')]).toEqual([
      undefined,
      undefined,
      'pandoc',
    ]);
    expect([toldSyntax('/a.typ', undefined, overrides), toldSyntax('/a.tex', undefined, overrides)]).toEqual([
      'none',
      undefined,
    ]);
    expect(citingGlobs([...overrides, { of: '*.old', syntax: 'none' }])).toEqual(['vault/**/*.{md,txt}', '*.inc']);
  });

  test('of Markdown goes by its text, unless something was said', () => {
    expect([of('x {cite:p}`a`'), of('{cite}`a` [[@b]]'), of('[[@a]]'), of('[[notes/@a|b]]')]).toEqual([
      'myst',
      'myst',
      'wiki',
      'wiki',
    ]);
    expect([of('{cite} `a`'), of('[[a]] @b'), of('')]).toEqual(['pandoc', 'pandoc', 'pandoc']);
    expect([of('[[@a]]', { languageId: 'markdown' }), of('[[@a]]', { languageId: 'quarto' })]).toEqual([
      'wiki',
      'pandoc',
    ]);
    expect([of('a[^b]'), of('[a](@b)'), of('a[^b] [[@c]]', { told: 'footnote' }), of('', { told: 'link' })]).toEqual([
      'pandoc',
      'pandoc',
      'footnote',
      'link',
    ]);
    expect([of('[[@a]]', { path: '/a.qmd' }), of('[[@a]]', { path: '/a.tex' })]).toEqual(['pandoc', 'latex']);
    expect([of('{cite}`a`', { told: 'pandoc' }), of('@a', { told: 'typst' }), of('@a', { told: 'none' })]).toEqual([
      'pandoc',
      'typst',
      undefined,
    ]);
  });
});
