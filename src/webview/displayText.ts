/**
 * Control characters and the invisible ones that reorder or hide text: bidi embeddings, overrides and isolates, zero-width
 * space, word joiners, BOM, soft hyphen, tag characters. Kept: tab and line feed, and the joiners U+200C and U+200D,
 * which Persian, Indic scripts and emoji need.
 */
const hidden = /[^\P{Cc}\t\n]|[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/** A text of a file as it may be shown: what could deceive the eye is taken out. For display only; linear. */
export function displayText(text: string): string {
  return text.replace(hidden, '').replace(loneSurrogate, '\uFFFD');
}

/** The paragraphs of an abstract: separated by blank lines, at most `max`; what is over stands in the last one. */
export function paragraphsOf(abstract: string, max = 500): readonly string[] {
  const paragraphs = abstract
    .replace(/\r\n?/g, '\n')
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  if (paragraphs.length <= max) return paragraphs;
  return [...paragraphs.slice(0, max - 1), paragraphs.slice(max - 1).join('\n')];
}

/** The host name of a web address (IDN in ASCII), or `undefined` when it is none: such a link is not offered. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && host !== '' ? host : undefined;
}
