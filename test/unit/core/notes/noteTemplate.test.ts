import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { noteIds } from '../../../../src/core/notes/noteIdentity.ts';
import { fillNoteTemplate, templatePlaceholders } from '../../../../src/core/notes/noteTemplate.ts';
import { singleLine } from '../../../../src/core/text/plainText.ts';
import { frontMatterField } from './frontMatterField.ts';

const paper = {
  key: 'otters:2024',
  title: 'Otters: "Hold Hands"',
  authors: ['Ada Otter', "Tim O'Weasel"],
  year: 2024,
  doi: '10.1000/otter',
  abstract: 'First.\n\nSecond: # no comment.',
  keywords: ['sleep', 'sea'],
};

function yamlOf(note: string): unknown {
  const [, yaml = ''] = /^---\n([\s\S]*?)^---$/m.exec(note) ?? [];
  return parse(yaml);
}

describe('fillNoteTemplate', () => {
  test('values are quoted in front matter and plain in the body', () => {
    const template =
      '---\ncitekey: {{key}}\ntitle: {{ title }}\nyear: {{year}}\n---\n\n# {{title}} ({{year}})\n\n{{authors}}\n\n{{abstract}}\n';
    expect(fillNoteTemplate(template, paper)).toBe(
      '---\ncitekey: "otters:2024"\ntitle: "Otters: \\"Hold Hands\\""\nyear: 2024\n---\n\n' +
        '# Otters: "Hold Hands" (2024)\n\nAda Otter, Tim O\'Weasel\n\nFirst.\n\nSecond: # no comment.\n',
    );
  });

  test.each([
    ['title: "{{title}}"', { title: 'Otters: "Hold Hands"' }],
    ["title: '{{authors}}'", { title: "Ada Otter, Tim O'Weasel" }],
    ['title: Notes on {{title}}', { title: 'Notes on Otters: "Hold Hands"' }],
    ["title: Don't read {{title}}", { title: 'Don\'t read Otters: "Hold Hands"' }],
    ['authors: [{{authors}}]', { authors: ['Ada Otter', "Tim O'Weasel"] }],
    ['authors: {{authors}}', { authors: "Ada Otter, Tim O'Weasel" }],
    ['aliases: ["@{{key}}", {{title}}]', { aliases: ['@otters:2024', 'Otters: "Hold Hands"'] }],
    ['aliases:\n  - {{title}}\n  - "{{key}}"', { aliases: ['Otters: "Hold Hands"', 'otters:2024'] }],
    ['abstract: |\n  {{abstract}}\nnext: 1', { abstract: 'First. Second: # no comment.\n', next: 1 }],
    ['# {{title}}\nx: {{unknown}} {{title}}', { x: '{{unknown}} Otters: "Hold Hands"' }],
    ['url: {{url}}', { url: 'https://doi.org/10.1000/otter' }],
    ['venue: {{venue}}', { venue: '' }],
  ])('%j', (lines, expected) => {
    const note = fillNoteTemplate(`---\n${lines}\n---\n`, paper);
    expect(yamlOf(note)).toEqual({ citekey: 'otters:2024', ...expected });
  });

  test('the key is put in when the template forgets it, and no other key stays', () => {
    expect(fillNoteTemplate('My notes on {{title}}\n', paper)).toBe(
      '---\ncitekey: "otters:2024"\n---\n\nMy notes on Otters: "Hold Hands"\n',
    );
    expect(fillNoteTemplate('', paper)).toBe('---\ncitekey: "otters:2024"\n---\n\n');
    expect(fillNoteTemplate('---\ncitekey: weasels\ntags: x\n---\n', paper)).toBe(
      '---\ncitekey: "otters:2024"\n# citekey: weasels\ntags: x\n---\n',
    );
    expect(fillNoteTemplate('---\r\ntags: x\r\n---\r\nbody', paper)).toBe(
      '---\ncitekey: "otters:2024"\ntags: x\n---\nbody',
    );
    expect(fillNoteTemplate('---\nbibtexkey: {{key}}\n---\n', paper)).toBe('---\nbibtexkey: "otters:2024"\n---\n');
  });

  test('unknown placeholders stay, also those that objects have', () => {
    expect(fillNoteTemplate('{{nothing}} {{constructor}} {{toString}} {{ 1 }}', paper)).toMatch(
      /\n\n\{\{nothing\}\} \{\{constructor\}\} \{\{toString\}\} \{\{ 1 \}\}$/,
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '---\n',
          '\n',
          '"',
          "'",
          '\\',
          ': ',
          ' #',
          '[',
          ']',
          '{',
          '}',
          '{{key}}',
          '- ',
          '|',
          'a',
          '\u2028',
          '$&',
          '%',
          '@',
          '`',
          '\0',
          '\u202E',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('any title leaves the front matter valid, says what the paper says, and adds no field', () => {
    const template =
      '---\ncitekey: {{key}}\na: {{title}}\nb: "{{title}}"\nc: \'{{title}}\'\nd: x {{title}}\ne: [{{title}}]\nf:\n  - {{title}}\ng: {h: {{title}}}\n---\n{{title}}';
    fc.assert(
      fc.property(hostile, (title) => {
        const note = fillNoteTemplate(template, { key: 'k', title });
        expect(readFrontMatter(note).problem).toBeUndefined();
        const a = singleLine(title);
        expect(yamlOf(note)).toEqual({ citekey: 'k', a, b: a, c: a, d: `x ${a}`, e: [a], f: [a], g: { h: a } });
        expect(noteIds(note)).toEqual(['k']);
      }),
      { numRuns: 500 },
    );
  });

  test('any template names the paper and keeps its words', () => {
    const piece = fc.constantFrom(
      '---\n',
      '...\n',
      '\n',
      'citekey: ',
      'citekey: {{key}}\n',
      'aliases:\n',
      '- "@x"\n',
      '"',
      "'",
      '[',
      '{{title}}',
      '{{key}}',
      '  ',
      'title: |\n',
      '# ',
      'text',
      ': ',
      '\uFEFF',
      '\r\n',
      '% t\n',
      'Citation-Key: b\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
        const note = fillNoteTemplate(parts.join(''), { key: 'the-key', title: 'T: "x"' });
        expect(noteIds(note)).toEqual(['the-key']);
        expect(note.startsWith('---\n')).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('any key is found again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        fc.pre(!/^[\s[@]|\s$|^\{\{/.test(key));
        expect(noteIds(fillNoteTemplate('{{title}}', { key, title: '' }))).toEqual([key.normalize('NFC')]);
      }),
      { numRuns: 1000 },
    );
    expect(frontMatterField(fillNoteTemplate('', { key: 'a\nb', title: '' }), 'citekey')).toBe('a\nb');
  });

  test('what can be asked', () => {
    expect(templatePlaceholders.join(' ')).toBe('key citekey title authors year venue doi arxiv url keywords abstract');
  });
});
