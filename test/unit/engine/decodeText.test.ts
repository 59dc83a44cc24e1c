import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMixed } from '../../../src/engine/decodeMixed.ts';
import { decodePaperBytes } from '../../../src/engine/decodeText.ts';

const name = 'my-papers.txt';
const text = 'Größe und Maß: Über „Titel“\n\nEin Absatz.\n';
const utf8 = new TextEncoder().encode(text);

function utf16(bom: boolean, littleEndian: boolean): Uint8Array {
  const content = (bom ? '\uFEFF' : '') + text;
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let at = 0; at < content.length; at += 1) view.setUint16(at * 2, content.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('decodePaperBytes', () => {
  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with a BOM', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16 LE', utf16(true, true)],
    ['UTF-16 BE', utf16(true, false)],
    ['UTF-16 LE without a BOM', utf16(false, true)],
    ['UTF-16 BE without a BOM', utf16(false, false)],
  ])('%s', (_name, bytes) => {
    expect(decodePaperBytes(bytes, name)).toEqual({ text, problems: [] });
  });

  test('Windows-1252 is read and told', () => {
    const decoded = decodePaperBytes(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94]), name);
    expect(decoded.text).toBe('café “x”');
    expect(decoded.problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
  });

  test.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['a ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['zeros', [0, 0, 0, 0, 1, 2, 3]],
    ['controls', [1, 2, 3, 4, 5, 6, 65, 66]],
  ])('%s is no text', (_name, bytes) => {
    const decoded = decodePaperBytes(new Uint8Array(bytes), name);
    expect(decoded.text).toBeUndefined();
    expect(decoded.problems).toMatchObject([{ code: 'binary-file', severity: 'error' }]);
    expect(decoded.problems[0]?.message).toContain(name);
  });

  test('an empty file is an empty text', () => {
    expect(decodePaperBytes(new Uint8Array(), name)).toEqual({ text: '', problems: [] });
  });

  test('a half-written UTF-8 file stays UTF-8, and the place is told', () => {
    const whole = text.indexOf('Maß') + 2;
    const cut = new TextEncoder().encode(text.slice(0, whole)).length + 1;
    const decoded = decodePaperBytes(utf8.subarray(0, cut), name);
    expect(decoded.text).toBe(`${text.slice(0, whole)}\uFFFD`);
    expect(decoded.problems).toMatchObject([
      { code: 'lossy-encoding', range: { start: { line: 0, character: whole } } },
    ]);
  });

  test('a line of Windows-1252 in a UTF-8 file is read, and told with its line', () => {
    const decoded = decodePaperBytes(new Uint8Array([...utf8, 0xe9, 0x74, 0xe9, 0x0a]), name);
    expect(decoded.text).toBe(`${text}été\n`);
    expect(decoded.problems).toMatchObject([{ code: 'lossy-encoding', range: { start: { line: 3, character: 0 } } }]);
  });

  test('bytes that are UTF-8 but for some are read as TextDecoder reads them, Windows-1252 where it gives up', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }).map((part) => ({ bytes: new TextEncoder().encode(part), part })),
      fc.constantFrom(...['é', 'ü', 'ñ', 'ß', '\u0178'].map((part) => ({ bytes: windows1252(part), part }))),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        // An ASCII letter after each keeps neighbours from making a sequence together.
        const bytes = new Uint8Array(pieces.flatMap((one) => [...one.bytes, 0x78]));
        const expected = pieces.map(({ bytes: own, part }) => `${own.length > 1 ? wellFormed(own) : part}x`).join('');
        expect(decodeMixed(bytes).text).toBe(expected.replace(/^\uFEFF/, ''));
      }),
    );
  });

  test('an odd number of bytes in UTF-16 is told', () => {
    const decoded = decodePaperBytes(utf16(true, true).subarray(0, 11), name);
    expect(decoded.text).toBe(`${text.slice(0, 4)}\uFFFD`);
    expect(decoded.problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
  });

  test('any bytes give a text without a BOM, or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodePaperBytes(bytes, name);
        if (decoded.text === undefined) expect(decoded.problems).toHaveLength(1);
        // Replaced characters never come without a word.
        else if (decoded.text.includes('\uFFFD') && !includes(bytes, [0xef, 0xbf, 0xbd])) {
          expect(decoded.problems).not.toEqual([]);
        }
      }),
    );
  });
});

function windows1252(letter: string): Uint8Array {
  return new Uint8Array([letter === '\u0178' ? 0x9f : letter.charCodeAt(0)]);
}

function wellFormed(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  return bytes.some((_, index) => part.every((byte, at) => bytes[index + at] === byte));
}
