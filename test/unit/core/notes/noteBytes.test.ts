import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepLineEnds, withLf } from '../../../../src/core/notes/keepLineEnds.ts';
import { decodeNote, encodeNote, equalBytes, maxNoteBytes } from '../../../../src/core/notes/noteEncoding.ts';
import { utf8 } from './world/memoryDisk.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('the encoding of a note', () => {
  test.each([
    ['utf8', bytes(0xc3, 0xa9), 'é'],
    ['utf8bom', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'é'],
    ['utf16le', bytes(0xff, 0xfe, 0xe9, 0x00, 0x3d, 0xd8, 0x00, 0xde), 'é😀'],
    ['utf16be', bytes(0xfe, 0xff, 0x00, 0xe9, 0xd8, 0x3d, 0xde, 0x00), 'é😀'],
  ] as const)('%s is read and written', (encoding, file, text) => {
    expect(decodeNote(file, utf8)).toEqual({ text, encoding });
    expect([...encodeNote(text, encoding, utf8)]).toEqual([...file]);
  });

  test.each([
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9)],
    ['UTF-16 without a byte order mark', bytes(0x61, 0, 0x62, 0)],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x61)],
    ['UTF-8 that is cut', bytes(0x61, 0xe4, 0xb8)],
    ['an overlong UTF-8 form', bytes(0xc0, 0xaf)],
  ])('%s is left alone', (_, file) => {
    expect(decodeNote(file, utf8)).toEqual({ text: undefined, reason: 'encoding' });
  });

  test('what is too large is left alone', () => {
    expect(decodeNote(new Uint8Array(maxNoteBytes + 1).fill(97), utf8)).toEqual({ text: undefined, reason: 'size' });
    expect(decodeNote(new Uint8Array(maxNoteBytes).fill(97), utf8)).toMatchObject({ encoding: 'utf8' });
  });

  test('whatever is read is written back byte for byte', () => {
    const marks = fc.constantFrom<readonly number[]>([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
    const ascii = fc.array(fc.integer({ min: 1, max: 127 }));
    const any = fc.array(fc.nat(255));
    fc.assert(
      fc.property(marks, fc.oneof(ascii, any), (mark, rest) => {
        const file = bytes(...mark, ...rest);
        const decoded = decodeNote(file, utf8);
        if (decoded.text === undefined) return;
        expect(equalBytes(encodeNote(decoded.text, decoded.encoding, utf8), file)).toBe(true);
      }),
    );
  });
});

describe('line ends', () => {
  test('a line that stays keeps its own, a new one gets that of most', () => {
    expect(keepLineEnds('a\r\nb\nc\rd', 'a\nb\nnew\nc\nd', '\r\n')).toBe('a\r\nb\nnew\r\nc\rd');
  });

  test('an empty line behind a lone CR stays a line', () => {
    expect(keepLineEnds('a\rb', 'a\n\nb', '\n')).toBe('a\r\n\nb');
  });

  test('an unchanged text is the same byte for byte; a changed one reads as it is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n') });
    const eol = fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n');
    fc.assert(
      fc.property(text, text.map(withLf), eol, (original, changed, end) => {
        expect(keepLineEnds(original, withLf(original), end)).toBe(original);
        expect(withLf(keepLineEnds(original, changed, end))).toBe(changed);
      }),
    );
  });
});
