import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteFileName } from '../../../../src/core/notes/noteFileName.ts';
import { noteBodyStart, noteIds } from '../../../../src/core/notes/noteIdentity.ts';
import { keyOfFileName, NoteIndex, namesOfNote, type KnowsKey } from '../../../../src/core/notes/noteIndex.ts';

describe('noteIds', () => {
  test.each([
    ['Paperside', '---\ncitekey: "otter24"\ntitle: "x"\n---\n', ['otter24']],
    [
      'Citations, as many set it up',
      '---\ntitle: "A "quoted" title"\nyear: 2024\ncitekey: otter24\n---\n',
      ['otter24'],
    ],
    ['Zotero Integration with an @', '---\ncategory: literaturenote\ncitekey: "@otter24"\n---\n', ['otter24']],
    ['Zotero Integration, spaced name', '---\ntags:\ncitation key: "otter24"\nDOI: "10.1/2"\n---\n', ['otter24']],
    ['ZotLit', '---\nzotero-key: ABCD1234\ncitekey: otter24\n---\n', ['otter24']],
    ['Bibnotes', "---\r\nTitle: x\r\nCitekey: 'otter24'\r\n---\r\n", ['otter24']],
    ['CSL', '---\ncitation-key: otter24 # from the library\n---\n', ['otter24']],
    ['camel case', '---\ncitationKey: otter24\n---\n', ['otter24']],
    ['BibTeX', '---\nbibtexkey: DBLP:conf/x/Y\n---\n', ['DBLP:conf/x/Y']],
    ['a link to itself', '---\ncitation-key: "[[@otter24]]"\n---\n', ['otter24']],
    ['a bare link', '---\ncitekey: [[@otter24|Otters]]\n---\n', ['otter24']],
    ['a Pandoc citation', '---\ncitekey: [@otter24]\n---\n', ['otter24']],
    ['Foam and others: an alias', '---\naliases: ["Otters", "@otter24"]\n---\n', ['otter24']],
    ['aliases as a list', '---\naliases:\n- "@otter24"\n- Otters\ntags: x\n---\n', ['otter24']],
    ['several keys', "---\ncitekey:\n  - otter24\n  - 'otter24b'\n---\n", ['otter24', 'otter24b']],
    ['a field before aliases', '---\naliases: ["@other"]\ncitekey: otter24\n---\n', ['otter24']],
    ['a BOM', '\uFEFF---\ncitekey: otter24\n---\n', ['otter24']],
  ])('%s', (_, text, expected) => {
    expect(noteIds(text)).toEqual(expected);
  });

  test.each([
    ['no front matter', 'citekey: otter24\n'],
    ['unclosed', '---\ncitekey: otter24\n'],
    ['no value', '---\ncitekey:\ntitle: x\n---\n'],
    ['null', '---\ncitekey: ~\n---\n'],
    ['a placeholder that was never filled', '---\ncitekey: {{citekey}}\n---\n'],
    ['in another field', '---\nx:\n  citekey: otter24\n---\n'],
    ['in the text', '---\ntitle: x\n---\ncitekey: otter24\n'],
    ['aliases that are titles', '---\naliases: [Otters]\n---\n'],
    ['nested nonsense', `---\ncitekey: ${'['.repeat(3000)}\n---\n`],
  ])('%s names none', (_, text) => {
    expect(noteIds(text).filter((id) => !id.includes('['))).toEqual([]);
  });

  test('never throws', () => {
    const piece = fc.constantFrom(
      '---\n',
      'citekey:',
      ' ',
      '"',
      "'",
      '[',
      ']',
      '@',
      'a',
      '\n',
      '- ',
      '|',
      '{',
      '\0',
      '&a',
      '*a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = `---\n${parts.join('')}\n---\nbody`;
        noteIds(text);
        expect(noteBodyStart(text)).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });
});

const folder = 'file:///w/notes';
const nobody: KnowsKey = () => false;
const knows: KnowsKey = (name) => name === 'Otter24' || name === 'otter24';

function indexOf(files: Readonly<Record<string, string>>): NoteIndex {
  const index = new NoteIndex();
  for (const [path, text] of Object.entries(files)) {
    index.set({ uri: `${folder}/${path}`, name: path.slice(path.lastIndexOf('/') + 1), ids: noteIds(text) });
  }
  return index;
}

function pathFor(index: NoteIndex, names: readonly string[], knowsKey = nobody): string | undefined {
  return index.find(names, knowsKey)?.uri.slice(folder.length + 1);
}

const of = (key: string): string => `---\ncitekey: "${key}"\n---\n\n`;

describe('NoteIndex', () => {
  test('a note is found by its key wherever it is and whatever it is called', () => {
    const index = indexOf({ 'deep/er/My Otters.md': of('otter24'), 'x.md': of('x') });
    expect(pathFor(index, ['otter24'])).toBe('deep/er/My Otters.md');
    expect(pathFor(index, ['newer', 'otter24'])).toBe('deep/er/My Otters.md');
    expect(pathFor(index, ['otter'])).toBeUndefined();
  });

  test('of several with the same key the one under the expected name, else the first by path; the others are told', () => {
    const index = indexOf({ 'a.md': of('otter24'), 'b/otter24.md': of('otter24'), 'c.md': of('otter24') });
    expect(index.find(['otter24'], nobody)).toEqual({
      uri: `${folder}/b/otter24.md`,
      others: [`${folder}/a.md`, `${folder}/c.md`],
    });
    index.remove(`${folder}/b/otter24.md`);
    expect(pathFor(index, ['otter24'])).toBe('a.md');
  });

  test('a file under the expected name that is about another paper is not this one’s', () => {
    const index = indexOf({ 'otter24.md': of('weasel23') });
    expect(pathFor(index, ['otter24'])).toBeUndefined();
    expect(pathFor(index, ['weasel23'])).toBe('otter24.md');
  });

  test.each([
    ['@Otter24.md', 'Otter24'],
    ['Otter24.md', 'Otter24'],
    ['@DBLP_conf_x_Y.md', 'DBLP:conf/x/Y'],
    [noteFileName('DBLP:conf/x/Y'), 'DBLP:conf/x/Y'],
  ])('%s without front matter is the note of %s', (name, key) => {
    expect(pathFor(indexOf({ [`sub/${name}`]: 'words' }), [key])).toBe(`sub/${name}`);
  });

  test('keys that differ in case have their own notes; another case is taken where no paper has it', () => {
    const index = indexOf({ '@Otter24.md': 'words' });
    expect(pathFor(index, ['otter24'], (name) => name === 'Otter24')).toBeUndefined();
    expect(pathFor(index, ['Otter24'], (name) => name === 'Otter24')).toBe('@Otter24.md');
    expect(pathFor(index, ['otter24'])).toBe('@Otter24.md');
    const both = indexOf({ '@Otter24.md': 'words', 'otter24.md': 'words' });
    expect([pathFor(both, ['Otter24'], knows), pathFor(both, ['otter24'], knows)]).toEqual([
      '@Otter24.md',
      'otter24.md',
    ]);
  });

  test('what a file says now counts, and what is gone does not', () => {
    const index = indexOf({ 'a.md': of('otter24') });
    index.set({ uri: `${folder}/a.md`, name: 'a.md', ids: ['weasel23'] });
    expect(pathFor(index, ['otter24'])).toBeUndefined();
    expect(pathFor(index, ['weasel23'])).toBe('a.md');
    index.remove(`${folder}/a.md`);
    expect(pathFor(index, ['weasel23'])).toBeUndefined();
    expect([...index.files()]).toEqual([]);
  });

  test('names and keys', () => {
    expect(keyOfFileName('@Otter24.MD')).toBe('Otter24');
    expect(namesOfNote('a:b')).toEqual([noteFileName('a:b'), '@a:b.md', 'a:b.md', '@a_b.md', 'a_b.md']);
  });
});
