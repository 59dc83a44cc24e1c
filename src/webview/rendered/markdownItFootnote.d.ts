declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Footnotes as Pandoc has them: `[^1]` with its text elsewhere, and `^[in place]`. */
  export default function footnotes(markdown: MarkdownIt): void;
}
