/** Signs that Markdown, Pandoc, Quarto or MyST give a meaning to inside a line. */
const signs = /[\\`*_{}[\]<>@$~^|#&]|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|(?<=:)\/(?=\/)/g;
/** What begins something else than a paragraph at the beginning of a line; capital letters with a dot do so nowhere. */
const lineStart = /^(?:[-+=:%!]|\(?(?:\d{1,20}|[a-z]{1,10}|[IVXLCDM]{2,10})[.)](?=\s|$)|\(?[A-Z]\)(?=\s|$))/;

/**
 * A text as it stands inside a line of Markdown that shows it: every sign that may mean something is escaped. Linear.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(signs, '\\$&');
}

/** The same of a line as a whole, already escaped: it is a paragraph, and no list, heading or block. */
export function escapeLineStart(line: string): string {
  return line.replace(lineStart, (start) => start.replace(/[^\w(]|^\((?=\W*$)/, '\\$&'));
}
