import { describe, expect, test } from 'vitest';
import { keyCompletion } from '../../../../../src/core/citations/completion/keyCompletion.ts';
import { pandocSyntax } from '../../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { chosen } from './support.ts';

describe('in Pandoc Markdown a key is put in', () => {
  test.each([
    ['@|', ' → @k1'],
    ['see @smi|', 'smi → see @k1'],
    ['see @smi| and more', 'smi → see @k1 and more'],
    ['-@|', ' → -@k1'],
    ['[-@ot|]', 'ot → [-@k1]'],
    ['[@|]', ' → [@k1]'],
    ['[see @a, p. 3; @otter|', 'otter → [see @a, p. 3; @k1'],
    ['[see @a, p. 3; also -@otter|]', 'otter → [see @a, p. 3; also -@k1]'],
    ['[@sea otters hold|]', 'sea otters hold → [@k1]'],
    ['[@a; @sea otters hold|', 'sea otters hold → [@a; @k1'],
    ['as @a [@sea otters|; @b]', 'sea otters → as @a [@k1; @b]'],
    ['(*@ot|*)', 'ot → (*@k1*)'],
    ['“@ot|”', 'ot → “@k1”'],
    ['> - @ot|\n', 'ot → > - @k1\n'],
    ['# On @ot|', 'ot → # On @k1'],
    ['| a | @ot‸ |', 'ot → | a | @k1 |'],
    ['word[^1]\n\n[^1]: see @ot|', 'ot → word[^1]\n\n[^1]: see @k1'],
    ['---\ntitle: x\n---\n\n@ot|', 'ot → ---\ntitle: x\n---\n\n@k1'],
    ['@smith:2020|', 'smith:2020 → @k1'],
    ['@10.1093/nar|', '10.1093/nar → @k1'],
    ['😀 e\u0301 水@ot|', 'nothing'],
    ['😀 e\u0301 水 @ot|', 'ot → 😀 e\u0301 水 @k1'],
    ['one\r\ntwo @ot|\r\nthree', 'ot → one\r\ntwo @k1\r\nthree'],
  ])('%s', (marked, after) => {
    const mark = marked.includes('‸') ? '‸' : '|';
    expect(chosen(pandocSyntax, marked, 'k1', { mark })).toBe(after);
  });
});

describe('a key that Pandoc would not read to its end', () => {
  test.each([
    ['@ot|', 'ot → @{10.1/x(2)}'],
    ['[@ot|, p. 3]', 'ot → [@{10.1/x(2)}, p. 3]'],
    ['@{ot|}', 'ot → @{10.1/x(2)}'],
    ['@{sea otters|} say', 'sea otters → @{10.1/x(2)} say'],
    ['@{ot|', 'ot → @{10.1/x(2)}'],
  ])('%s goes into braces', (marked, after) => {
    expect(chosen(pandocSyntax, marked, '10.1/x(2)')).toBe(after);
  });

  test('has no braces where none are needed, and cannot be written with white space or braces of its own', () => {
    expect(chosen(pandocSyntax, 'see @{ot|} here')).toBe('ot → see @k1 here');
    expect(chosen(pandocSyntax, '@ot|', 'a b')).toBe('ot → not to be written');
    expect(chosen(pandocSyntax, '@ot|', 'a}b')).toBe('ot → not to be written');
  });
});

describe('what stands behind the cursor', () => {
  test.each([
    ['@smi|th2020, who', 'smi → @k1, who', 'smi → @k1th2020, who'],
    ['see @|smith2020.', ' → see @k1.', ' → see @k1smith2020.'],
    ['[@sea otters ho|ld; @b]', 'sea otters ho → [@k1; @b]', 'sea otters ho → [@k1ld; @b]'],
    ['@{10.1/|x(2)}', '10.1/ → @k1', '10.1/ → @k1'],
    ['@smi|: they', 'smi → @k1: they', 'smi → @k1: they'],
  ])('of the key in %s is replaced, or stays where VS Code inserts', (marked, replaced, inserted) => {
    expect(chosen(pandocSyntax, marked)).toBe(replaced);
    expect(chosen(pandocSyntax, marked, 'k1', { insert: true })).toBe(inserted);
  });
});

describe('in Pandoc Markdown nothing is put in', () => {
  test.each([
    ['mail me@exam|'],
    ['mail <me@exam|>'],
    ['v1.@x|'],
    ['plain words|'],
    ['@smith2020 showed|'],
    ['[@smith2020, p. 3|]'],
    ['[@smith2020] and |'],
    ['[@a; |'],
    ['[@ |'],
    ['`@ot|`'],
    ['```python\n@ot|\n```'],
    ['```python\n@ot|\n'],
    ['~~~~~\n@ot|\n'],
    ['    @ot|'],
    ['$@ot|$'],
    ['$$\n@ot|\n$$'],
    ['<!-- @ot| -->'],
    ['---\nauthor: "@ot|"\n---\n'],
    ['\\@ot|'],
    ['[x](https://a.b/@ot|)'],
    ['https://a.b/@ot|'],
    ['<a title="@ot|">'],
    ['\\begin{x}\n@ot|\n\\end{x}'],
    ['@fig-|'],
    ['@fig-ot|'],
    ['@sec:|'],
    ['(@ot|) an example'],
    [`${'x'.repeat(500)} [@${'word '.repeat(100)}|`],
  ])('%.60s', (marked) => {
    expect(chosen(pandocSyntax, marked)).toBe('nothing');
  });
});

test('other keys of the text are told, the last one before the cursor first, each once', () => {
  const text = 'One [@a; @b], two @c, three @a. Now @. Then [@d; @b].';
  expect(keyCompletion(pandocSyntax, text, text.indexOf('@.') + 1)?.cited).toEqual(['a', 'c', 'b', 'd']);
});
