import type { Utf8 } from '../../core/notes/notePorts.ts';

const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const lenient = new TextDecoder('utf-8');
const encoder = new TextEncoder();

/** The platform's own. */
export const utf8: Utf8 = {
  encode: (text) => encoder.encode(text),
  decode(bytes) {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  },
  show: (bytes) => lenient.decode(bytes),
};
