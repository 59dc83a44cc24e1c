import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { citationLink, noteLink } from './inlineLinks.ts';
import { inlineMath, type MathSource } from './inlineMath.ts';
import { linkAttributes } from './linkAttributes.ts';
import { markTasks } from './tasks.ts';

type Tokens = readonly { attrGet(name: string): string | number | null; content: string }[];

/**
 * Markdown as VS Code's preview reads it, with footnotes, tasks, formulas and links to papers and notes. No HTML passes
 * through, no picture is loaded, and no link has an address that a browser would follow: where one leads stands in `data-`
 * attributes, for the page to ask the host. `formulas` receives what stands for each `<span data-math>`.
 */
export function createNoteMarkdown(formulas: MathSource[]): Markdown {
  const md = new MarkdownIt({ html: false, linkify: true, maxNesting: 60 });
  // As in VS Code: `notes.md` and `a@b.c` are words.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  md.validateLink = (address) => /^https?:\/\//i.test(address);
  footnotes(md);
  md.inline.ruler.before('link', 'note_link', noteLink);
  md.inline.ruler.before('link', 'citation_link', citationLink);
  md.inline.ruler.before('escape', 'math', inlineMath(formulas));
  md.core.ruler.push('tasks', markTasks);
  const { rules } = md.renderer;
  const webLink = (target: string): string =>
    `<a${md.renderer.renderAttrs({ attrs: linkAttributes({ kind: 'web', target }) })}>`;
  rules['link_open'] = (tokens: Tokens, index) => webLink(String(tokens[index]?.attrGet('href') ?? ''));
  // A picture is named, not loaded: its address may tell its owner who reads.
  rules['image'] = (tokens: Tokens, index) => {
    const address = String(tokens[index]?.attrGet('src') ?? '');
    return `${webLink(address)}${md.utils.escapeHtml(tokens[index]?.content || address)} (picture)</a>`;
  };
  rules['th_open'] = rules['td_open'] = (tokens, index) => cell(tokens[index]);
  return md;
}

/** Where a column stands is said by a class: the page's policy allows no style attribute. */
function cell(token: { readonly tag: string; attrGet(name: string): string | number | null } | undefined): string {
  const align = /(left|right|center)$/.exec(String(token?.attrGet('style') ?? ''))?.[1];
  const tag = token?.tag === 'th' ? 'th' : 'td';
  return align === undefined ? `<${tag}>` : `<${tag} class="to-${align}">`;
}
