import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeNote, type NoteEncoding } from '../../../../src/core/notes/noteEncoding.ts';
import { utf8 } from './world/memoryDisk.ts';
import { opened } from './world/openedNote.ts';

const eol = fc.constantFrom('\n', '\r\n', '\r');
const line = fc
  .tuple(fc.constantFrom('', 'a', 'é b ', '- one', '---', 'x: y', '\u{1F600}'), eol)
  .map((both) => both.join(''));
const heads = eol.chain((end) =>
  fc.constantFrom('', `---${end}citekey: a${end}---${end}${end}`, `---${end}citekey: a${end}tags: [x]${end}---${end}`),
);
const encodings = fc.constantFrom<NoteEncoding>('utf8', 'utf8bom', 'utf16le', 'utf16be');
const files = fc
  .record({
    head: heads,
    lines: fc.array(line, { maxLength: 8 }),
    last: fc.constantFrom('', 'end'),
    encoding: encodings,
  })
  // Without a head of its own, what begins like one is one; an empty file gets the head of a new note.
  .filter(({ head, lines, last }) => {
    const body = lines.join('') + last;
    return head !== '' || (body !== '' && !body.startsWith('---'));
  });

describe('a note comes back byte for byte', () => {
  test('in every encoding, with every mixture of line ends, when an edit is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(100), async ({ head, lines, last, encoding }, at) => {
        const bytes = encodeNote(head + lines.join('') + last, encoding, utf8);
        const { steps, disk, window } = await opened(bytes);
        const { text } = window.page;
        const place = Math.floor((text.length * at) / 101);
        window.type(text);
        await steps.finish(600);
        expect(disk.writes).toBe(0);
        window.type(`${text.slice(0, place)}NEW${text.slice(place)}`);
        await steps.finish(600);
        expect(disk.writes).toBe(1);
        window.type(text);
        await steps.finish(600);
        expect(disk.files.get('a.md')?.bytes).toEqual(bytes);
        expect(window.page.state).toBe('saved');
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('what is added at the end changes nothing before it', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ head, lines, last, encoding }) => {
        const bytes = encodeNote(head + lines.join('') + last, encoding, utf8);
        const { steps, disk, window } = await opened(bytes);
        window.type(`${window.page.text}\nNEW`);
        await steps.finish(600);
        const after = disk.files.get('a.md')?.bytes ?? new Uint8Array();
        expect(after.subarray(0, bytes.byteLength)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('front matter', () => {
  test('that the writer types at the top of a note without any becomes that, and is edited as a file from there on', async () => {
    const { steps, disk, window } = await opened('one\n');
    window.type('---\ncitekey: b\n---\n\none\n');
    await steps.finish(1_000);
    expect(disk.text('a.md')).toBe('---\ncitekey: b\n---\n\none\n');
    expect(window.page.text).toBe('one\n');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(disk.text('a.md')).toBe('---\ncitekey: b\n---\n\none\ntwo\n');
    expect(window.page.state).toBe('saved');
  });
});
