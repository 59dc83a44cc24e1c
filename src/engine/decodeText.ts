import type { Problem } from '../core/problem.ts';
import type { Position } from '../core/text/position.ts';
import { decodeMixed } from './decodeMixed.ts';

/** The text of a paper file, or (`undefined`) why it has none. `text` carries no BOM. */
export interface DecodedText {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** Control characters that no text file holds, counted in this many bytes from the start. */
const examinedBytes = 64 * 1024;
/** More than this share of them, and the bytes are no text. */
const toleratedControls = 0.02;

/** First bytes of files that people rename or drop by mistake. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
];

/**
 * Turns the bytes of a paper file into text: by BOM, then strict UTF-8, then UTF-16 by its zeros, else Windows-1252. In a
 * text that is UTF-8 but for a few bytes (a half-written file, a line from elsewhere) only those are read as Windows-1252.
 * Problems name the file by `name`.
 */
export function decodePaperBytes(bytes: Uint8Array, name: string): DecodedText {
  const signature = signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) return refused(name, `it is ${signature[0]}`);
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) {
    return strictly(utf16, bytes) ?? damaged(new TextDecoder(utf16).decode(bytes), utf16.toUpperCase());
  }
  if (looksBinary(bytes)) return refused(name, 'it holds binary data');
  const exact = strictly('utf-8', bytes);
  if (exact !== undefined) return exact;
  if (isMostlyUtf8(new TextDecoder('utf-8').decode(bytes))) return mixed(bytes);
  return { text: new TextDecoder('windows-1252').decode(bytes), problems: [notUtf8] };
}

/** `undefined` when the bytes are not valid in that encoding. */
function strictly(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return undefined;
  }
}

const replacement = '\uFFFD';

/** Windows-1252 letters are hardly ever valid UTF-8 by chance: two valid ones for each invalid byte tell. */
function isMostlyUtf8(text: string): boolean {
  const invalid = text.split(replacement).length - 1;
  const others = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return others >= invalid * 2;
}

/** UTF-8 with bytes of something else between. */
function mixed(bytes: Uint8Array): DecodedText {
  const { text, firstOdd = 0 } = decodeMixed(bytes);
  if (text[firstOdd] === replacement) return damaged(text, 'UTF-8');
  const { line, character } = placeOf(text, firstOdd);
  const message = `Some letters of this file are not UTF-8 and were read as Windows-1252, the first in line ${line + 1}: save it again as UTF-8 if they look wrong.`;
  const place = { start: { line, character }, end: { line, character: character + 1 } };
  return { text, problems: [{ code: 'lossy-encoding', severity: 'warning', message, range: place }] };
}

/** The text with a warning at the first place where bytes could not be read. */
function damaged(text: string, encoding: string): DecodedText {
  const { line, character } = placeOf(text, text.indexOf(replacement));
  const message = `Some bytes of this file are not ${encoding} and are shown as ${replacement}, the first in line ${line + 1}: save it again as UTF-8.`;
  const place = { start: { line, character }, end: { line, character: character + 1 } };
  return { text, problems: [{ code: 'lossy-encoding', severity: 'warning', message, range: place }] };
}

function placeOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** By BOM, or by zeros that stand (nearly) only in even or only in odd places. */
function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const examined = bytes.subarray(0, examinedBytes);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of examined.entries()) {
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  const half = examined.length / 2;
  if (odd > half * 0.4 && even < half * 0.02) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.02 ? 'utf-16be' : undefined;
}

function looksBinary(bytes: Uint8Array): boolean {
  const examined = bytes.subarray(0, examinedBytes);
  let zeros = 0;
  let controls = 0;
  for (const byte of examined) {
    if (byte === 0) zeros += 1;
    // Tab, LF, FF, CR and ESC stand in texts; the rest below space does not.
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return zeros > 0 || controls > examined.length * toleratedControls;
}

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const notUtf8: Problem = {
  code: 'lossy-encoding',
  severity: 'warning',
  message: 'This file is not UTF-8 and was read as Windows-1252: save it as UTF-8 if letters look wrong.',
  range,
};

function refused(name: string, why: string): DecodedText {
  const message = `${name} was skipped because ${why}, not text: exclude it in the setting "paperside.files".`;
  return { text: undefined, problems: [{ code: 'binary-file', severity: 'error', message, range }] };
}
