import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { growth } from '../../../support/growth.ts';

function read(...yaml: readonly string[]): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(`---\n${yaml.join('\n')}\n---\n\nText.\n`);
}

describe('what front matter says of citations', () => {
  test('is nothing where it says nothing', () => {
    for (const said of [readFrontMatter('No front matter, but csl: apa'), read('title: A Text')]) {
      expect(said.csl).toBeUndefined();
      expect(said.language).toBeUndefined();
      expect(said.listed).toBeUndefined();
      expect(said.linkCitations).toBeUndefined();
      expect(said.suppressBibliography).toBeUndefined();
      expect(said.title).toBeUndefined();
    }
  });

  test.each([
    ['csl: apa.csl', 'apa.csl'],
    ['csl: "styles/my style.csl"', 'styles/my style.csl'],
    [String.raw`csl: styles/my\_own.csl`, 'styles/my_own.csl'],
    ['citation-style: ieee', 'ieee'],
    ['csl: &style nature\nother: *style', 'nature'],
    ['style: &style nature\ncsl: *style', 'nature'],
    ['csl: [nature, apa]', 'nature'],
    ['csl:', undefined],
    ['csl: ""', undefined],
    ['csl: {name: apa}', undefined],
    ['csl: 17', undefined],
  ])('%s', (yaml, csl) => {
    expect(read(yaml).csl).toBe(csl);
  });

  test.each([
    ['lang: de', 'de'],
    ['lang: pt-BR', 'pt-BR'],
    ['lang: zh-Hans-CN', 'zh-Hans-CN'],
    ['lang: en_GB', 'en_GB'],
    ['lang: Deutsch, bitte', undefined],
    ['lang: 7', undefined],
    // Quarto's own words for a language, not its name.
    ['language: {toc-title: Inhalt}', undefined],
  ])('%s', (yaml, language) => {
    expect(read(yaml).language).toBe(language);
  });

  test.each([
    ["nocite: '@a'", ['a']],
    ['nocite: |\n  @a, @b', ['a', 'b']],
    ['nocite: "[@a; -@b, p. 3] and @{https://doi.org/10.1/x}"', ['a', 'b', 'https://doi.org/10.1/x']],
    ["nocite: ['@a', '@b, @a']", ['a', 'b']],
    ["nocite: '@*'", ['*']],
    ['nocite: |\n  @a, @*', ['*', 'a']],
    ['nocite: "[@*]"', ['*']],
    ['nocite: "mail@*.org"', []],
    ['nocite: 3', undefined],
  ])('%s', (yaml, listed) => {
    expect(read(yaml).listed).toEqual(listed);
  });

  test('truth values are such, or the words for them', () => {
    expect(read('link-citations: true').linkCitations).toBe(true);
    expect(read('link-citations: "True"').linkCitations).toBe(true);
    expect(read('link-citations: false').linkCitations).toBe(false);
    expect(read('link-citations: maybe').linkCitations).toBeUndefined();
    expect(read('suppress-bibliography: true').suppressBibliography).toBe(true);
    expect(read('reference-section-title: Works *cited*').title).toBe('Works *cited*');
  });

  test('front matter that cannot be read says nothing but what is wrong', () => {
    const said = read('csl: apa', 'lang: [');
    expect(said.csl).toBeUndefined();
    expect(said.problem?.message).toMatch(/^The front matter is not valid YAML: /);
  });

  test('hostile front matter is harmless', () => {
    const bomb = ['a: &a [x, x]', ...Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a, *a]`), 'csl: *b39'];
    expect(read(...bomb).csl).toBeUndefined();
    expect(read('csl: &loop [*loop]').csl).toBeUndefined();
    expect(read('csl: *nobody').csl).toBeUndefined();
    expect(read(`csl: ${'['.repeat(50_000)}`).csl).toBeUndefined();
    expect(read('__proto__: {csl: apa}', 'constructor: {csl: apa}').csl).toBeUndefined();
  });

  test('a long nocite takes time in proportion to its length', () => {
    const ratio = growth((size) => `nocite: "${'@a[;'.repeat(size)}"`, read, {
      small: 3_000,
      large: 24_000,
      enough: 20,
    });
    expect(ratio).toBeLessThan(20);
  });
});
