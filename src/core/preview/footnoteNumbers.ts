import type { MarkdownIt, Token } from 'markdown-it';
import type { DraftCitations } from './citationToken.ts';

interface FootnoteNumber {
  readonly draft: DraftCitations;
  readonly number: number;
}

const numbers = new WeakMap<Token, FootnoteNumber>();
type Rule = NonNullable<MarkdownIt['renderer']['rules'][string]>;
const wrapped = new WeakSet<Rule>();

/** Keeps which number the writer's own footnote has among all notes; `token`: a reference to it or its beginning. */
export function setFootnoteNumber(token: Token, number: FootnoteNumber): void {
  numbers.set(token, number);
}

/**
 * Gives the writer's own footnotes, which another plugin draws, their numbers among all notes where citations are notes,
 * too. That plugin may come after ours, so this is called whenever a text has been read.
 */
export function countFootnotes(
  md: MarkdownIt,
  isInNotes: (environment: unknown, draft: DraftCitations) => boolean,
): void {
  wrap(md, 'footnote_caption', isInNotes, (html, number) => html.replace(/\d+/, String(number)));
  wrap(md, 'footnote_open', isInNotes, (html, number) => html.replace(/<li\b/, `<li value="${number}"`));
}

function wrap(
  { renderer: { rules } }: MarkdownIt,
  name: string,
  isInNotes: (environment: unknown, draft: DraftCitations) => boolean,
  change: (html: string, number: number) => string,
): void {
  const rule = rules[name];
  if (rule === undefined || wrapped.has(rule)) return;
  const changed: Rule = (...drawn) => {
    const html = rule(...drawn);
    const [tokens, index, , environment] = drawn;
    const token = tokens[index];
    const found = token && numbers.get(token);
    return found !== undefined && isInNotes(environment, found.draft) ? change(html, found.number) : html;
  };
  wrapped.add(changed);
  rules[name] = changed;
}
