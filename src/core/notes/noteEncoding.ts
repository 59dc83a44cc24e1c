import type { Utf8 } from './notePorts.ts';

/** The encodings in which a note is edited, by their BOM; `utf8` has none. */
export type NoteEncoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be';

/** A text that gives exactly its bytes again when it is encoded, without BOM; or why the bytes are none. */
export type DecodedNote =
  | { readonly text: string; readonly encoding: NoteEncoding }
  | { readonly text: undefined; readonly reason: 'encoding' | 'size' };

/** Bytes. What is larger is not written by hand, and merging it would take the editor's time. */
export const maxNoteBytes = 4 * 1024 * 1024;

const utf16Chunk = 8_192;

/** Decodes a note without loss, or not at all. A zero character is taken for the sign that it is no text. */
export function decodeNote(bytes: Uint8Array, utf8: Utf8): DecodedNote {
  if (bytes.byteLength > maxNoteBytes) return { text: undefined, reason: 'size' };
  const encoding = encodingOf(bytes);
  const text = encoding === 'utf16le' || encoding === 'utf16be' ? fromUtf16(bytes, encoding) : utf8.decode(bytes);
  if (text === undefined || text.includes('\0')) return { text: undefined, reason: 'encoding' };
  return { text: encoding === 'utf8bom' ? text.slice(1) : text, encoding };
}

/** The bytes of a text in that encoding, with its BOM. A lone surrogate becomes U+FFFD in UTF-8, which has none. */
export function encodeNote(text: string, encoding: NoteEncoding, utf8: Utf8): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return utf8.encode(text);
    case 'utf8bom':
      return utf8.encode(`\uFEFF${text}`);
    case 'utf16le':
    case 'utf16be':
      return toUtf16(text, encoding);
  }
}

function encodingOf(bytes: Uint8Array): NoteEncoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf8bom';
  if (first === 0xff && second === 0xfe) return 'utf16le';
  return first === 0xfe && second === 0xff ? 'utf16be' : 'utf8';
}

function fromUtf16(bytes: Uint8Array, encoding: 'utf16le' | 'utf16be'): string | undefined {
  if (bytes.byteLength % 2 !== 0) return undefined;
  const [low, high] = encoding === 'utf16le' ? [0, 1] : [1, 0];
  const parts: string[] = [];
  for (let from = 2; from < bytes.byteLength; from += utf16Chunk) {
    const units: number[] = [];
    const end = Math.min(from + utf16Chunk, bytes.byteLength);
    for (let at = from; at < end; at += 2) units.push((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function toUtf16(text: string, encoding: 'utf16le' | 'utf16be'): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  const isLittle = encoding === 'utf16le';
  view.setUint16(0, 0xfeff, isLittle);
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 + 2 * index, text.charCodeAt(index), isLittle);
  return bytes;
}

/** Byte for byte. */
export function equalBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.byteLength === b.byteLength && startsWithBytes(a, b);
}

/** Whether `bytes` begin with `start`. */
export function startsWithBytes(bytes: Uint8Array, start: Uint8Array): boolean {
  if (start.byteLength > bytes.byteLength) return false;
  // A callback for each byte takes ten times as long, and this is asked several times in each save.
  for (let at = 0; at < start.byteLength; at += 1) if (start[at] !== bytes[at]) return false;
  return true;
}
