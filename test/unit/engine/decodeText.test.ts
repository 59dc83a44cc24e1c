import { describe, expect, test } from 'vitest';
import { decodePaperBytes } from '../../../src/engine/decodeText.ts';

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
    expect(decodePaperBytes(bytes)).toEqual({ text, problems: [] });
  });

  test('Windows-1252 is read and told', () => {
    const decoded = decodePaperBytes(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x78, 0x94]));
    expect(decoded.text).toBe('café “x”');
    expect(decoded.problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
  });

  test.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['a ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['zeros', [0, 0, 0, 0, 1, 2, 3]],
    ['controls', [1, 2, 3, 4, 5, 6, 65, 66]],
  ])('%s is no text', (_name, bytes) => {
    const decoded = decodePaperBytes(new Uint8Array(bytes));
    expect(decoded.text).toBeUndefined();
    expect(decoded.problems).toMatchObject([{ code: 'binary-file', severity: 'error' }]);
  });

  test('an empty file is an empty text', () => {
    expect(decodePaperBytes(new Uint8Array())).toEqual({ text: '', problems: [] });
  });

  test('a truncated last character does not make a long UTF-8 file Windows-1252 silently', () => {
    expect(decodePaperBytes(utf8.subarray(0, 3)).problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
  });
});
