/**
 * The one way for text of files (titles, keys, file names) into VS Code's own surfaces, which give meaning to some
 * characters: messages, prompts and progress titles draw `[x](command:…)` as a link that runs a command; labels draw
 * `$(name)` as an icon.
 */

/** Control characters, and the invisible ones that reorder or hide text (bidi overrides, zero-width, tags, BOM). */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

const zeroWidthSpace = '\u200B';

/** One line without invisible characters; runs of white space become one space. Of such a line it is the line itself. */
export function singleLine(text: string): string {
  return text
    .replace(invisible, (character) => (/[\s\p{Cc}]/u.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts to at most `max` UTF-16 units with an ellipsis, never inside a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const end = last >= 0xd800 && last <= 0xdbff ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

declare const isPlain: unique symbol;

/** A text that VS Code draws as it is: made by `plainMessage` or `said` only, so nothing of a file gets past them. */
export type PlainText = string & { readonly [isPlain]: true };

/** For messages, prompts, progress titles, status and view messages: no links, no icons, one line, at most `max` long. */
export function plainMessage(text: string, max = 120): PlainText {
  return plain(withoutMarks(shorten(singleLine(text), max)));
}

/** The longest part of a sentence that `said` leaves as it is; who wants it shorter gives a `plainMessage`. */
const maxPart = 400;

/**
 * A sentence of ours around texts of files: said`"${title}" was added.` What the sentence itself has may be an icon
 * (`$(check)`); what stands in it is drawn as it is, and makes no link or icon together with what is beside it either.
 */
export function said(sentence: TemplateStringsArray, ...parts: readonly (string | number)[]): PlainText {
  const text = sentence.reduce((before, literal, at) => {
    const part = withoutMarks(shorten(singleLine(String(parts[at - 1] ?? '')), maxPart));
    return apart(apart(before, part), literal);
  });
  return plain(text);
}

/** The texts one after the other; what would begin a link or an icon across their border is broken there. */
function apart(before: string, after: string): string {
  const isMark = /[\]$]$/.test(before) && after.startsWith('(');
  return isMark ? `${before}${zeroWidthSpace}${after}` : before + after;
}

function withoutMarks(text: string): string {
  return withoutLinks(text).replaceAll('$(', `$${zeroWidthSpace}(`);
}

function withoutLinks(text: string): string {
  return text.replaceAll('](', `]${zeroWidthSpace}(`);
}

function plain(text: string): PlainText {
  const whole = withoutLinks(text);
  return hasNoLinks(whole) ? whole : plain('');
}

function hasNoLinks(text: string): text is PlainText {
  return !text.includes('](');
}

/** For quick pick labels, descriptions and details: `$(name)` stays the text it is. */
export function plainLabel(text: string, max = 300): string {
  return shorten(singleLine(text), max).replaceAll('$(', '\\$(');
}
