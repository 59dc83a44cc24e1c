import type { Problem } from '../core/problem.ts';

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

/** Turns the bytes of a paper file into text: by BOM, then strict UTF-8, then UTF-16 by its zeros, else Windows-1252. */
export function decodePaperBytes(bytes: Uint8Array): DecodedText {
  const signature = signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) return refused(`it is ${signature[0]}`);
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), problems: [] };
  if (looksBinary(bytes)) return refused('it holds binary data');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), problems: [notUtf8] };
  }
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

function refused(why: string): DecodedText {
  const message = `This paper list was skipped because ${why}, not text: exclude it in the setting "paperside.files".`;
  return { text: undefined, problems: [{ code: 'binary-file', severity: 'error', message, range }] };
}
