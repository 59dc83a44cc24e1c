import type { Problem } from '../core/problem.ts';
import type { Position } from '../core/text/position.ts';
import { decodeMixed } from './decodeMixed.ts';
import { looksBinary, looksWestern, utf16Kind, utf16OfOtherScripts } from './encodingGuess.ts';

/** The text of a paper file, or (`undefined`) why it has none. `text` carries no BOM. */
export interface DecodedText {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** First bytes of files that people rename or drop by mistake. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
];

/**
 * Turns the bytes of a paper file into text: by BOM, then UTF-16 by its zeros, then strict UTF-8, else Windows-1252. In a
 * text that is UTF-8 but for a few bytes (a half-written file, a line from elsewhere) only those are read as Windows-1252.
 * Zeros in a text become spaces, so that all else keeps its place. Problems name the file by `name`.
 */
export function decodePaperBytes(bytes: Uint8Array, name: string): DecodedText {
  const signature = signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) return refused(name, `it is ${signature[0]}`);
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) return withoutZeros(asUtf16(utf16, bytes));
  const isBinary = looksBinary(bytes);
  const exact = isBinary ? undefined : strictly('utf-8', bytes);
  if (exact !== undefined) return withoutZeros(exact);
  const otherScript = utf16OfOtherScripts(bytes);
  if (otherScript !== undefined) return withoutZeros(asUtf16(otherScript, bytes));
  if (isBinary) return refused(name, 'it holds binary data');
  if (isMostlyUtf8(new TextDecoder('utf-8').decode(bytes))) return withoutZeros(mixed(bytes));
  const text = new TextDecoder('windows-1252').decode(bytes);
  return withoutZeros({ text, problems: [looksWestern(text) ? notUtf8 : unrecognised] });
}

function asUtf16(kind: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  return strictly(kind, bytes) ?? damaged(new TextDecoder(kind).decode(bytes), kind.toUpperCase());
}

/** A zero in a text is a slip of some program: it costs itself and no more. */
function withoutZeros({ text = '', problems }: DecodedText): DecodedText {
  const first = text.indexOf('\0');
  if (first === -1) return { text, problems };
  const { line, character } = placeOf(text, first);
  const message = `This file holds zero bytes, which are read as spaces, the first in line ${line + 1}: delete them.`;
  const place = { start: { line, character }, end: { line, character: character + 1 } };
  const problem: Problem = { code: 'lossy-encoding', severity: 'warning', message, range: place };
  return { text: text.replaceAll('\0', ' '), problems: [...problems, problem] };
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

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const notUtf8: Problem = {
  code: 'lossy-encoding',
  severity: 'warning',
  message: 'This file is not UTF-8 and was read as Windows-1252: save it as UTF-8 if letters look wrong.',
  range,
};

const unrecognised: Problem = {
  ...notUtf8,
  message:
    'The encoding of this file could not be recognised, so that most letters beyond ASCII are wrong: choose its encoding with "Reopen with Encoding", then UTF-8 with "Save with Encoding".',
};

function refused(name: string, why: string): DecodedText {
  const message = `${name} was skipped because ${why}, not text: exclude it in the setting "paperside.files".`;
  return { text: undefined, problems: [{ code: 'binary-file', severity: 'error', message, range }] };
}
