/**
 * The one way for text of files (titles, keys, file names) into VS Code's own surfaces, which give meaning to some
 * characters: messages, prompts and progress titles draw `[x](command:…)` as a link that runs a command; labels draw
 * `$(name)` as an icon.
 */

/** Control characters, and the invisible ones that reorder or hide text (bidi overrides, zero-width, tags, BOM). */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

const zeroWidthSpace = '\u200B';

/** One line without invisible characters; runs of white space become one space. */
export function singleLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(invisible, '')
    .trim();
}

/** Cuts to at most `max` UTF-16 units with an ellipsis, never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const end = last >= 0xd800 && last <= 0xdbff ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** For messages, prompts, progress titles, status and view messages: no links, no icons, one line, at most `max` long. */
export function plainMessage(text: string, max = 120): string {
  return shorten(singleLine(text), max).replaceAll('](', `]${zeroWidthSpace}(`).replaceAll('$(', `$${zeroWidthSpace}(`);
}

/** For quick pick labels, descriptions and details: `$(name)` stays the text it is. */
export function plainLabel(text: string, max = 300): string {
  return shorten(singleLine(text), max).replaceAll('$(', '\\$(');
}
