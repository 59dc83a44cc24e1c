import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeMixed } from '../../../src/engine/decodeMixed.ts';
import { decodePaperBytes } from '../../../src/engine/decodeText.ts';

const name = 'my-papers.txt';
const text = 'Größe und Maß: Über „Titel“\n\nEin Absatz.\n';
const utf8 = new TextEncoder().encode(text);

function utf16(bom: boolean, littleEndian: boolean): Uint8Array {
  return encodeUtf16((bom ? '\uFEFF' : '') + text, littleEndian);
}

function encodeUtf16(content: string, littleEndian: boolean): Uint8Array {
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

  test.each([
    ['UTF-8', new TextEncoder().encode('Shadow\0Clocks\nsecond line\n'), 'Shadow Clocks\nsecond line\n', 0],
    ['UTF-16 LE', encodeUtf16('Shadow Clocks\nsec\0nd line\n', true), 'Shadow Clocks\nsec nd line\n', 1],
  ])('a zero in %s costs itself and is told', (_name, bytes, expected, line) => {
    const decoded = decodePaperBytes(bytes, name);
    expect(decoded.text).toBe(expected);
    expect(decoded.problems).toMatchObject([
      { code: 'lossy-encoding', severity: 'warning', range: { start: { line } } },
    ]);
    expect(decoded.problems[0]?.message).toContain(
      `zero bytes, which are read as spaces, the first in line ${line + 1}`,
    );
  });

  test.each([
    ['Chinese', '深度学习的可解释性研究\n本文提出一种新的方法,用于解释神经网络。\n'],
    ['Japanese', '深層学習による画像認識\nこの論文では新しい手法を提案する。 ABC\n'],
    ['Korean', '신경망의 해석 가능성\n이 논문은 새로운 방법을 제안한다.\n'],
    ['Russian', 'Обучение глубоких сетей\nПредложен новый метод.\n'],
  ])('%s in UTF-16 without a BOM is read', (_name, content) => {
    expect(decodePaperBytes(encodeUtf16(content, true), name)).toEqual({ text: content, problems: [] });
    expect(decodePaperBytes(encodeUtf16(content, false), name)).toEqual({ text: content, problems: [] });
  });

  test('a lone surrogate in UTF-16 is told with its place', () => {
    const decoded = decodePaperBytes(encodeUtf16('\uFEFFOne\nTw\uD800o\n', true), name);
    expect(decoded.text).toBe('One\nTw\uFFFDo\n');
    expect(decoded.problems).toMatchObject([{ code: 'lossy-encoding', range: { start: { line: 1, character: 2 } } }]);
  });

  test('overlong forms and surrogates in UTF-8 never become U+FFFD', () => {
    for (const bytes of [
      [0xc0, 0x80],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    ]) {
      const decoded = decodePaperBytes(new Uint8Array([...utf8, ...utf8, ...bytes, 0x0a]), name);
      expect(decoded.text?.startsWith(text)).toBe(true);
      expect(decoded.text).not.toContain('\uFFFD');
      expect(decoded.problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
    }
  });

  // Titles written by the codecs of Python.
  test.each([
    [
      'Shift-JIS',
      'kFuRd4p3j0uCyYLmgumJ5pGclEaOrzogRGVlcCBMZWFybmluZwqCsYLMmF+VtoLFgs2QVoK1gqKDaoOFgVuDiYOLg2yDYoNngsyO6JZAgvCS8YjEgreC6YFCCg==',
    ],
    [
      'EUC-JP',
      'v7zB2LPYvayky6TopOuy6MH8x6e8sTogRGVlcCBMZWFybmluZwqks6TOz8DKuKTHpM+/t6S3pKSly6Xlobyl6aXrpc2lw6XIpM686suhpPLE87DGpLmk66GjCg==',
    ],
    ['GBK', 'ye62yNGnz7C1xL/JveLKzdDU0dC+vzogRGVlcCBMZWFybmluZwqxvs7EzOGz9tK71tbQwrXEt723qCzTw9PaveLKzcnxvq3N+MLnoaMK'],
    [
      'Big5',
      'smCr177Hst+quqVpuNHEwKnKrOOoczogRGVlcCBMZWFybmluZwqlu6TltKOlWKRAuti3c6q6pOiqayylzqnzuNHEwK+ruGe69LW4oUMK',
    ],
    ['EUC-KR', 'vcWw5rjBwMcgx9i8riCwobTJvLoKwMwgs+25rsC6ILv1t86/7iC55rn9wLsgwaa+yMfRtNkuCg=='],
    ['Windows-1251', 'zuHz9+Xt6OUg4+vz4e7q6PUg8eXy5ek6IERlZXAgTGVhcm5pbmcKz/Dl5Ovu5uXtIO3u4vvpIOzl8u7kLgo='],
    ['KOI8-R', '78LV3sXOycUgx8zVws/Lycgg08XUxco6IERlZXAgTGVhcm5pbmcK8NLFxMzP1sXOIM7P19nKIM3F1M/ELgo='],
    ['Windows-1253', 'wuHo6dwg7Nzo5/PnOiBEZWVwIExlYXJuaW5nCtDx7/Tl3+3v9ezlIOzp4SDt3eEg7N3o7+TvLgo='],
    ['Windows-1255', '7O7p4+Qg8u7l9+Qg+ewg+Pn65foK'],
    ['Mac Roman', 'TNWOdI4giCBsYSBtjm1vaXJlIHKOZWxsZSwgjnR1ZGmOIHByj3MgZGUgbGEgZm9ykHQK'],
    ['code page 850', 'TCeCdIIghSBsYSBtgm1vaXJlIHKCZWxsZSwggnR1ZGmCIHByinMgZGUgbGEgZm9yiHQK'],
    ['ISO 8859-2', 'R7PqYm9rYSBuYXVrYSBzaWVjaTogY3rqtuYgZHJ1Z2EsILxy82SzbyB3aWVkenkgaSBtebZsCg=='],
  ])('%s is told as not recognised, with what to do', (_name, base64) => {
    const decoded = decodePaperBytes(bytesOf(base64), name);
    expect(decoded.text).not.toContain('\uFFFD');
    expect(decoded.problems.map(({ code }) => code)).toEqual(['lossy-encoding']);
    expect(decoded.problems[0]?.message).toMatch(/could not be recognised.*"Save with Encoding"/);
  });

  test.each([
    'Größe und Maß: Über „Titel“ – ÄÖÜ und Straße',
    'L’été à la plage : «Être» et l’œuvre — où ça ?',
    'El niño, el pingüino y el año: ¿qué? ¡Sí!',
    'Smørrebrød på Ærø, og ål i Åbenrå',
    'Plain words with a “quote”, a dash–dash and 5 µm ± 2 °C',
  ])('%j in Windows-1252 is read as written, with a milder word', (content) => {
    const decoded = decodePaperBytes(windows1252(content), name);
    expect(decoded.text).toBe(content);
    expect(decoded.problems.map(({ message }) => message)).toEqual([
      'This file is not UTF-8 and was read as Windows-1252: save it as UTF-8 if letters look wrong.',
    ]);
  });

  test('any text comes back from UTF-8 and from UTF-16 with a BOM', () => {
    const content = fc
      .string({ unit: 'binary', maxLength: 100 })
      .map((one) => `papers:${one.replaceAll(controls, '')}`);
    fc.assert(
      fc.property(content, fc.boolean(), (one, bom) => {
        expect(decodePaperBytes(new TextEncoder().encode((bom ? '\uFEFF' : '') + one), name)).toEqual(clean(one));
        for (const little of [true, false]) {
          expect(decodePaperBytes(encodeUtf16(`\uFEFF${one}`, little), name)).toEqual(clean(one));
        }
      }),
    );
  });

  test('any text of Western words comes back from Windows-1252, UTF-16 without a BOM and UTF-8', () => {
    const word = fc.constantFrom('Größe', 'été', 'niño', 'Ærø', '“quoted”', 'of', 'learning', 'théorie', 'paper', '–');
    const content = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => `Title: ${words.join(' ')}\n`);
    fc.assert(
      fc.property(content, (one) => {
        expect(decodePaperBytes(windows1252(one), name).text).toBe(one);
        expect(decodePaperBytes(new TextEncoder().encode(one), name)).toEqual(clean(one));
        for (const little of [true, false]) {
          expect(decodePaperBytes(encodeUtf16(one, little), name)).toEqual(clean(one));
        }
      }),
    );
  });

  test('any bytes give a text without a BOM, or a reason; U+FFFD only in a word about it', () => {
    // Mostly letters, or nearly every case would be refused as binary.
    const byte = fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 32, max: 126 }) },
      { weight: 40, arbitrary: fc.integer({ min: 127, max: 255 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 31 }) },
    );
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(byte, { maxLength: 200 }).map((all) => new Uint8Array(all)),
    );
    fc.assert(
      fc.property(some, (bytes) => {
        const decoded = decodePaperBytes(bytes, name);
        if (decoded.text === undefined) expect(decoded.problems).toHaveLength(1);
        // Only where no other decoding fits: a cut end, or a lone surrogate in UTF-16.
        else if (decoded.text.includes('\uFFFD') && !isEncoded(bytes)) {
          expect(decoded.problems[0]?.message).toContain('are shown as \uFFFD');
        }
      }),
      { numRuns: 500 },
    );
  });
});

const controls = /\p{Cc}|^\uFEFF/gu;

function clean(content: string) {
  return { text: content, problems: [] };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

const windows1252Letters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

function windows1252(content: string): Uint8Array {
  return Uint8Array.from(content, (letter) => windows1252Letters.indexOf(letter));
}

/** U+FFFD itself, in UTF-8 or UTF-16. */
function isEncoded(bytes: Uint8Array): boolean {
  return includes(bytes, [0xef, 0xbf, 0xbd]) || includes(bytes, [0xff, 0xfd]) || includes(bytes, [0xfd, 0xff]);
}

function wellFormed(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  return bytes.some((_, index) => part.every((byte, at) => bytes[index + at] === byte));
}
