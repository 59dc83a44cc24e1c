import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { ShippedStyle } from '../../../src/core/csl/shippedCsl.ts';
import { extendPreview } from '../../../src/core/preview/previewPlugin.ts';
import type { CslDocument } from './cslDocuments.ts';
import { formatShipped, styleWithLocale } from './cslShipped.ts';
import { citedWorks } from './cslWorks.ts';

/** The texts of a document's paragraphs and headings, and of its notes in the order of their numbers. */
export type Paragraphs = readonly string[];

/** As the preview shows them. */
export function ourParagraphs(style: ShippedStyle, { text, language }: CslDocument): Paragraphs {
  const md = new MarkdownIt({ typographer: true }).use(footnotes);
  extendPreview(md, {
    answer: (_document, citations) => {
      const source = styleWithLocale(style, language);
      const request = { style: { text: source, name: style }, language, citations, listed: [], works: citedWorks };
      const formatted = formatShipped(request);
      return {
        citations: formatted.citations.map((citation) => ({ ...citation, works: [] })),
        references: [],
        inNotes: formatted.inNotes,
        marksUnknown: true,
        title: '',
        isListSuppressed: true,
        problems: [],
      };
    },
  });
  return paragraphsOf(md.render(text.replace(/^---\n[\s\S]*?\n---\n/, ''), {}));
}

/** As pandoc shows them. */
export function theirParagraphs(style: ShippedStyle, { text, language }: CslDocument): Paragraphs {
  const folder = mkdtempSync(join(tmpdir(), 'paperside-preview-'));
  try {
    writeFileSync(join(folder, 'works.json'), JSON.stringify(citedWorks));
    writeFileSync(join(folder, 'style.csl'), styleWithLocale(style, language));
    const options = ['-f', 'markdown', '-t', 'html', '--citeproc', '--quiet', '--wrap=none', '--csl', 'style.csl'];
    const more = ['--bibliography', 'works.json', '-M', `lang=${language}`, '-M', 'suppress-bibliography=true'];
    return paragraphsOf(execFileSync('pandoc', [...options, ...more], { cwd: folder, input: text, encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Marks of notes are `[1]` with either; what is raised is marked by `^`. */
function paragraphsOf(html: string): Paragraphs {
  const notes = [...html.matchAll(/<section[\s\S]*?<\/section>/g)].flatMap(([section]) => notesIn(section));
  const body = html.replace(/<section[\s\S]*<\/section>/g, '').replace(/<hr class="footnotes-sep">/g, '');
  const inOrder = notes.sort((a, b) => a.number - b.number).map(({ html: note }) => note);
  const paragraphs = [...body.matchAll(/<(p|h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) => inner);
  return [...paragraphs, ...inOrder].map((inner) =>
    inner
      .replace(/<sup[^>]*>\s*<a[^>]*role="doc-noteref"[^>]*>(\d+)<\/a>\s*<\/sup>/g, '[$1]')
      .replace(/<a[^>]*role="doc-noteref"[^>]*><sup>(\d+)<\/sup><\/a>/g, '[$1]')
      .replace(/<sup class="footnote-ref"><a[^>]*>\[(\d+)\]<\/a><\/sup>/g, '[$1]')
      .replace(/<\/?(?:i|em|b|strong)>/g, '')
      .replace(/<\/sup><sup>/g, '')
      .replace(/<sup>/g, '^')
      .replace(/<[^>]*>/g, '')
      .replace(/&[^;]+;/g, (sign) => entities[sign] ?? sign)
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The items of a list of notes: what a browser numbers itself has its place as number. */
function notesIn(section: string): { readonly number: number; readonly html: string }[] {
  return [...section.matchAll(/<li\b([^>]*)>([\s\S]*?)<\/li>/g)].map(([, attributes = '', html = ''], index) => ({
    number: Number(/value="(\d+)"/.exec(attributes)?.[1] ?? index + 1),
    html: html.replace(/<a\b[^>]*(?:backref|footnote-back|doc-backlink)[^>]*>[^<]*<\/a>/g, ''),
  }));
}
