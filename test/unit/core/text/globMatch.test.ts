import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob } from '../../../../src/core/text/globMatch.ts';
import { anyOfGlobs } from '../../../../src/core/text/globs.ts';

test.each([
  ['/w/a.md', '*.md', true],
  ['/w/x/a.md', '*.md', true],
  ['/w/a.mdx', '*.md', false],
  ['/w/x/a.md', 'x/*.md', true],
  ['/w/x/y/a.md', 'x/*.md', false],
  ['/w/x/y/a.md', 'x/**/*.md', true],
  ['/w/x/a.md', '**/x/**', true],
  ['/w/x/a.md', '/w/x/a.md', true],
  ['/w/a.tex', '*.{md,tex}', true],
  ['/w/ab.md', '??.md', true],
  ['/w/abc.md', '??.md', false],
  ['/w/😀.md', '?.md', true],
  ['/w/a.md', 'A.md', false],
  ['/w/a.md', '', false],
  ['/w/a.md', '*.{md', false],
  ['', '*', false],
])('%s is %s: %s', (path, glob, expected) => {
  expect(matchesGlob(path, glob)).toBe(expected);
});

test('a name is what its glob of stars says, however many there are', () => {
  const letters = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
  fc.assert(fc.property(letters, (name) => matchesGlob(`/w/${name}.md`, `*${name.split('').join('*')}*.md`)));
  expect(matchesGlob(`/${'a'.repeat(2000)}b`, `${'a*'.repeat(500)}c`)).toBe(false);
});

test('several globs are one, without braces in it', () => {
  expect(anyOfGlobs(['**/*.[mM][dD]', '*.{a,b}', 'x/*.c', '/y.d', '*.a'])).toBe(
    '{**/*.[mM][dD],**/*.b,**/*.a,**/x/*.c,/y.d}',
  );
});
