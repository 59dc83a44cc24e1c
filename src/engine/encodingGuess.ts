/** How much of a file is looked at to judge it, in bytes. */
const examinedBytes = 64 * 1024;

/** More than this share of control characters, and bytes are no text; a single one is forgiven in any file. */
const toleratedControls = 0.02;
/** UTF-16 without zeros where they belong: at most this share of characters may be what no text holds. */
const toleratedStrange = 0.01;
/** Text of one byte a letter is mostly ASCII, UTF-16 of other scripts is not. */
const asciiShare = 0.8;
/** Of the letters beyond ASCII, a Western text has at most this share in odd places. */
const toleratedOdd = 1 / 3;

/** Whether bytes hold more zeros and control characters than a slip explains. */
export function looksBinary(bytes: Uint8Array): boolean {
  const examined = bytes.subarray(0, examinedBytes);
  let controls = 0;
  for (const byte of examined) {
    // Tab, LF, FF, CR and ESC stand in texts; the rest below space does not.
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return controls > Math.max(1, examined.length * toleratedControls);
}

/** The kind of UTF-16 by its BOM, or by zeros that stand (nearly) only in even or only in odd places. */
export function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
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
  // A zero character by a slip has both.
  const tolerated = Math.max(half < 16 ? 0 : 1, half * 0.02);
  if (odd > half * 0.4 && even <= tolerated) return 'utf-16le';
  return even > half * 0.4 && odd <= tolerated ? 'utf-16be' : undefined;
}

/**
 * The kind of UTF-16 of bytes that are not UTF-8 and hold few zeros, as Chinese or Japanese has them: the one that reads as
 * assigned characters, with the more spaces and ASCII. `undefined` when neither does.
 */
export function utf16OfOtherScripts(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const examined = bytes.subarray(0, Math.min(examinedBytes, bytes.length - (bytes.length % 2)));
  const ascii = examined.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  if (!examined.includes(0) || ascii > examined.length * asciiShare) return undefined;
  const little = plainCharacters(new TextDecoder('utf-16le').decode(examined));
  const big = plainCharacters(new TextDecoder('utf-16be').decode(examined));
  if (little === 0 && big === 0) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** How many characters of a text are ASCII; 0 when the text holds many that stand in no text. */
function plainCharacters(text: string): number {
  const strange = text.match(/[\p{Cn}\p{Co}\p{Cs}\uFFFD]|(?![\t\n\f\r])\p{Cc}/gu)?.length ?? 0;
  return strange > text.length * toleratedStrange ? 0 : (text.match(/[\t\n\r -~]/g)?.length ?? 0);
}

/**
 * Whether a text that was read as Windows-1252 looks like words of a Western language. In other encodings its letters beyond
 * ASCII stand three in a row, or are signs and capitals inside words, or no characters at all.
 */
export function looksWestern(text: string): boolean {
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  let odd = 0;
  for (const [found] of text.matchAll(oddPlaces)) odd += found.length;
  return odd <= beyond * toleratedOdd;
}

/** Quotes, dashes, bullets and hard spaces may follow each other in any text, so they are in no run. */
const oddPlaces =
  /[^\p{ASCII}“”‘’–—…•·«»\u00A0]{3,}|[\u0080-\u009Fƒ]|(?<=[a-z])(?![“”’–—…·\u00A0\u00AD])[^\p{ASCII}\p{Ll}](?=[a-z])/gu;
