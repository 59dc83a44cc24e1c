import { TexDecoder } from './texDecoder.ts';

/** Anything but the printable characters of ASCII. */
const other = /[^ -~]/;
const twoSpaces = / {2}/;
/** Characters above these may be decomposed. */
const composable = /[\u0300-\uFFFF]/;
const untidySpace = /[^\S ]|\s\s|^\s|\s$/;

/**
 * The Unicode text (NFC) of a BibTeX/LaTeX field value, in one line: white space is collapsed. Total and linear.
 *
 * Math (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`, math environments; `\ensuremath{…}` as `$…$`) stays TeX; a `$` that opens no math
 * is a dollar sign (see `dollarMath`). Accents and signs become characters, `~` a plain space, `--`, `---`, ``` `` ``` and
 * `''` what TeX prints. A single `'` stays an apostrophe (`'`) unless it closes a `` ` ``. Braces go, commands of layout
 * too. `\footnote{x}` stays as ` (x)`, `\href{address}{x}` as `x`; of an unknown `\foo{x}` stays `x`, of an unknown `\foo`
 * stays `foo`. A bare `%` is a percent sign: BibTeX values have no comments.
 */
export function decodeTex(value: string): string {
  return tidy(hasTex(value) ? new TexDecoder(lineFeeds(value)).run() : value);
}

/** As `decodeTex`, but blank lines and `\par` stay, as `\n\n`: for abstracts. */
export function decodeTexParagraphs(value: string): string {
  const text = lineFeeds(value);
  const decoded = hasTex(text) ? new TexDecoder(text).run() : text;
  if (!decoded.includes('\n')) return tidy(decoded);
  const paragraphs = decoded.split(/\n\s*\n/).map(collapse);
  return compose(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
}

/** Whether a value is as `decodeTex` would give it, but for white space. */
export function isPlainText(value: string): boolean {
  return !hasTex(value) && !composable.test(value);
}

/** Most values have none of this. `includes` is several times as fast as any pattern. */
function hasTex(value: string): boolean {
  return (
    value.includes('\\') ||
    value.includes('{') ||
    value.includes('$') ||
    value.includes('}') ||
    value.includes('~') ||
    value.includes('`') ||
    value.includes('--') ||
    value.includes("''")
  );
}

/** Collapsed and composed. Most texts are ASCII with single spaces. */
function tidy(text: string): string {
  if (other.test(text)) return compose(collapse(text));
  // Text has so many spaces that `includes` is slower here than a pattern, and so is one pattern for both.
  return text.startsWith(' ') || text.endsWith(' ') || twoSpaces.test(text) ? collapse(text) : text;
}

function collapse(text: string): string {
  return untidySpace.test(text) ? text.replace(/[^\S ]\s*| \s+/g, ' ').trim() : text;
}

function compose(text: string): string {
  return composable.test(text) ? text.normalize('NFC') : text;
}

function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
