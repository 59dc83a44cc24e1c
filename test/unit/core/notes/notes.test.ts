import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { composeNote, newNoteHead, parseNote } from '../../../../src/core/notes/noteDocument.ts';
import { noteFileName } from '../../../../src/core/notes/noteFileName.ts';
import { eolOf, toFileEol, toLf } from '../../../../src/core/text/lineEnds.ts';
import { frontMatterField } from './frontMatterField.ts';

describe('noteFileName', () => {
  test('a plain key is its name', () => {
    expect(noteFileName('amadeusgpt-7k2qd')).toBe('amadeusgpt-7k2qd.md');
    expect(noteFileName('a'.repeat(80))).toBe(`${'a'.repeat(80)}.md`);
  });

  test.each([
    '../../.vscode/tasks',
    '..\\..\\x',
    '/etc/x',
    'C:\\x',
    'a\0b',
    'CON',
    'con',
    'lpt1',
    'aux.',
    '-rf',
    '.git/hooks/x',
    'A',
    'a--b',
    'x'.repeat(300),
    '😀',
    '\u202Etxt.exe',
    '',
    '.',
    '..',
    'DBLP:conf/nips/X',
    'müller',
    'a\nb',
    'a b',
    'ab-12345678',
    'a'.repeat(81),
  ])('%j gives a safe name', (key) => {
    const name = noteFileName(key);
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-[a-z0-9]{8}\.md$/);
    expect(name.length).toBeLessThanOrEqual(72);
  });

  test('names never change', () => {
    expect(noteFileName('DBLP:conf/nips/Vaswani17')).toBe('dblp-conf-nips-vaswani17-prjnugkx.md');
    expect(noteFileName('mu\u0308ller')).toBe(noteFileName('müller'));
  });

  test('100,000 keys, with those that differ in case or punctuation only, have 100,000 names', () => {
    const keys = new Set<string>();
    for (let i = 0; keys.size < 100_000; i += 1) {
      for (const key of [
        `key${i}`,
        `Key${i}`,
        `KEY${i}`,
        `key:${i}`,
        `key/${i}`,
        `key-${i}`,
        `key_${i}`,
        `k${'x'.repeat(90)}${i}`,
      ])
        keys.add(key);
    }
    const names = new Set([...keys].map((key) => noteFileName(key).toLowerCase()));
    expect(names.size).toBe(keys.size);
  });

  test('no key can take the name of another by looking like it', () => {
    const name = noteFileName('Foo').slice(0, -3);
    expect(noteFileName(name)).not.toBe(`${name}.md`);
  });
});

describe('parseNote', () => {
  test.each([
    ['', '', ''],
    ['text', '', 'text'],
    ['---\ncitekey: k\n---\n\nbody', '---\ncitekey: k\n---\n\n', 'body'],
    ['\uFEFF---\r\ncitekey: k\r\n---\r\n\r\n\r\nbody', '\uFEFF---\r\ncitekey: k\r\n---\r\n\r\n', '\r\nbody'],
    ['---\ncitekey: k\n---', '---\ncitekey: k\n---', ''],
    ['---\ncitekey: k\n---\nbody', '---\ncitekey: k\n---\n', 'body'],
    ['---\ncitekey: k\nbody', '', '---\ncitekey: k\nbody'],
  ])('%j', (text, head, body) => {
    expect(parseNote(text)).toMatchObject({ head, body });
  });

  const pieces = [
    '---\n',
    '---\r\n',
    '...\n',
    'citekey: k\n',
    'a: b\r\n',
    '\n',
    '\r\n',
    'text',
    ' ',
    '\uFEFF',
    '---',
    '% t\n',
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

  test('the parts are the text, byte for byte', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { head, body } = parseNote(text);
        expect(head + body).toBe(text);
        expect(composeNote(head, body)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('a new body under a head is read back as it was written', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, body) => {
        const { head } = parseNote(text);
        fc.pre(head !== '' && head !== '\uFEFF');
        expect(parseNote(composeNote(head, body)).body).toBe(body);
      }),
      { numRuns: 2000 },
    );
  });

  test('a new head is valid front matter for any paper', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, key) => {
        const head = newNoteHead({ key, title });
        expect(readFrontMatter(head).problem).toBeUndefined();
        expect(parseNote(`${head}body`)).toMatchObject({ head, body: 'body' });
        if (!/[\p{Cs}]/u.test(key)) expect(frontMatterField(parseNote(head).head, 'citekey')).toBe(key);
      }),
      { numRuns: 1000 },
    );
    expect(newNoteHead({ key: 'k', title: 'A "b":\n---\nc' })).toBe(
      '---\ncitekey: "k"\ntitle: "A \\"b\\": --- c"\n---\n\n',
    );
  });
});

test('line ends', () => {
  expect(eolOf('a\r\nb\r\nc\n')).toBe('\r\n');
  expect(eolOf('a\r\nb\n')).toBe('\n');
  expect(eolOf('')).toBe('\n');
  expect(toLf('a\r\nb\rc\n')).toBe('a\nb\rc\n');
  expect(toFileEol('a\nb\r\n', '\r\n')).toBe('a\r\nb\r\n');
  expect(toFileEol('a\r\nb', '\n')).toBe('a\nb');
});
