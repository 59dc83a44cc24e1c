import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathFromMetadata, pathToMetadata, yamlScalar } from '../../../../src/core/bibliography/bibliographyPath.ts';
import { planBibliographyField, readFrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { applyEdits } from '../citations/support.ts';

function named(text: string, path: string): string | undefined {
  const edit = planBibliographyField(text, path);
  return edit === undefined ? undefined : applyEdits(text, [edit]);
}

describe('readFrontMatter', () => {
  test.each([
    ['', []],
    ['text\n---\nbibliography: a.bib\n---\n', []],
    ['---\nbibliography: a.bib\n---\n', ['a.bib']],
    ['\uFEFF---  \r\nbibliography: "a b.bib"\r\n...\r\n', ['a b.bib']],
    ['---\nbibliography: [a.bib, "b.bib"]\n---', ['a.bib', 'b.bib']],
    ['---\nbibliography:\n  - a.bib # mine\n  - b.bib\ntitle: x\n---', ['a.bib', 'b.bib']],
    ['---\nbibliography:\n---\n', []],
    ['---\nbibliography: [~, "", 3, a.bib]\n---\n', ['a.bib']],
    ['---\nx: &b a.bib\nbibliography: *b\n---\n', ['a.bib']],
    ["---\nbibliography: john\\'s\\_.bib\n---\n", ["john's_.bib"]],
    ['---\n\nbibliography: a.bib\n---\n', []],
    ['% Title\n% Me\n\n---\nbibliography: a.bib\n---\n', ['a.bib']],
  ])('%j', (text, bibliography) => {
    expect(readFrontMatter(text)).toMatchObject({ bibliography, problem: undefined });
  });

  test('references in the document are seen', () => {
    expect(readFrontMatter('---\nreferences:\n- id: a\n---\n').hasReferences).toBe(true);
    expect(readFrontMatter('---\ntitle: references\n---\n').hasReferences).toBe(false);
  });

  test.each([
    ['---\ntitle: x\n\ntext', 'unclosed'],
    ['---\na: [1\n---\n', 'invalid-yaml'],
    ['---\na: 1\na: 2\n---\n', 'invalid-yaml'],
    ['---\njust text\n---\n', 'not-a-mapping'],
    ['---\n- a\n---\n', 'not-a-mapping'],
    [`---\na: ${'x'.repeat(300_000)}\n---\n`, 'too-large'],
    [`---\na: ${'['.repeat(100_000)}\n---\n`, 'invalid-yaml'],
  ])('%#: %s is a problem', (text, code) => {
    expect(readFrontMatter(text).problem?.code).toBe(code);
    expect(planBibliographyField(text, 'r.bib')).toBeUndefined();
  });

  test('tags and alias bombs do nothing', () => {
    const bomb = Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`).join('\n');
    const text = `---\na0: &a0 x\n${bomb}\nf: !!js/function "function(){}"\nbibliography: a.bib\n---\n`;
    expect(readFrontMatter(text)).toMatchObject({ bibliography: ['a.bib'], problem: undefined });
  });
});

describe('planBibliographyField', () => {
  test.each([
    ['', '---\nbibliography: r.bib\n---\n'],
    ['text', '---\nbibliography: r.bib\n---\n\ntext'],
    ['\uFEFFa\r\nb\r\n', '\uFEFF---\r\nbibliography: r.bib\r\n---\r\n\r\na\r\nb\r\n'],
    ['\ntext', '---\nbibliography: r.bib\n---\n\ntext'],
    ['---\n\nrule above', '---\nbibliography: r.bib\n---\n\n---\n\nrule above'],
    ['% Title\n\ntext', '% Title\n\n---\nbibliography: r.bib\n---\n\ntext'],
    ['---\ntitle: x # c\n---\ntext', '---\ntitle: x # c\nbibliography: r.bib\n---\ntext'],
    ['---\r\ntitle: x\r\n...\r\n', '---\r\ntitle: x\r\nbibliography: r.bib\r\n...\r\n'],
    ['---\nabstract: |\n  a\n\n---\n', '---\nabstract: |\n  a\n\nbibliography: r.bib\n---\n'],
    ['---\n  title: x\n---\n', '---\n  title: x\n  bibliography: r.bib\n---\n'],
    ['---\n# only this\n---\n', '---\n# only this\nbibliography: r.bib\n---\n'],
    ['---\nbibliography:\ntitle: x\n---\n', '---\nbibliography: r.bib\ntitle: x\n---\n'],
    ['---\nbibliography: # none\n---\n', '---\nbibliography: r.bib # none\n---\n'],
    ['---\nbibliography: ""\n---\n', '---\nbibliography: r.bib\n---\n'],
    ['---\nbibliography: []\n---\n', '---\nbibliography: [r.bib]\n---\n'],
    ['---\nbibliography: [a.bib, "b"] # c\n---\n', '---\nbibliography: [a.bib, "b", r.bib] # c\n---\n'],
    ['---\nbibliography: a.yaml # c\n---\n', '---\nbibliography: [a.yaml, r.bib] # c\n---\n'],
    ['---\nbibliography: "a, b.yaml"\n---\n', '---\nbibliography: ["a, b.yaml", r.bib]\n---\n'],
    [
      '---\nbibliography:\n  - a.yaml # c\n  # d\ntitle: x\n---\n',
      '---\nbibliography:\n  - a.yaml # c\n  - r.bib\n  # d\ntitle: x\n---\n',
    ],
    ['---\r\nbibliography:\r\n- a.yaml\r\n---\r\n', '---\r\nbibliography:\r\n- a.yaml\r\n- r.bib\r\n---\r\n'],
  ])('%j', (text, expected) => {
    expect(named(text, 'r.bib')).toBe(expected);
  });

  test('a path that is named already needs no edit; a mapping on one line gets none', () => {
    expect(planBibliographyField('---\nbibliography: ./r.bib\n---\n', 'r.bib')).toBeUndefined();
    expect(planBibliographyField('---\n{title: x}\n---\n', 'r.bib')).toBeUndefined();
  });

  test('any path is read back, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ab/._-\'"*$ :#[]{},&!|>%@`~^\\é?='.split('')),
          minLength: 1,
          maxLength: 15,
        }),
        fc.constantFrom(
          '',
          'x',
          '---\na: b\n---\n',
          '---\r\nbibliography: a.yaml\r\n---\r\nx',
          '---\nbibliography:\n- q\n---\n',
        ),
        (path, text) => {
          fc.pre(path.trim() === path && path !== '' && path !== 'q');
          expect(pathFromMetadata(pathToMetadata(path))).toBe(path);
          const after = named(text, path);
          fc.pre(after !== undefined);
          expect(readFrontMatter(after).bibliography.at(-1)).toBe(path);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('ordinary paths are written plainly', () => {
    for (const path of ['references.bib', '../my_refs/a-b.bib', 'x/_data/r.bib', 'été 2.bib']) {
      expect(yamlScalar(pathToMetadata(path))).toBe(path);
    }
    expect(yamlScalar('yes')).toBe('"yes"');
    expect(pathToMetadata('_a_/r--s.bib')).toBe('\\_a\\_/r\\--s.bib');
  });
});
