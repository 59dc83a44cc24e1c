import { yamlQuoted } from '../bibliography/bibliographyPath.ts';
import { locateFrontMatter } from '../bibliography/frontMatterRange.ts';
import type { Paper } from '../paper.ts';
import { singleLine } from '../text/plainText.ts';
import { noteFieldIds } from './noteIdentity.ts';

/** What a template may ask of a paper. */
export type TemplatePaper = Pick<Paper, 'key' | 'title'> & Partial<Omit<Paper, 'key' | 'title'>>;

/** What new notes begin with unless the user says otherwise; equal to the default of the setting. */
export const defaultNoteTemplate = '---\ncitekey: {{key}}\ntitle: {{title}}\n---\n\n';

const placeholder = /\{\{\s*([a-z]+)\s*\}\}/gi;

/** The value of each placeholder; a list stays one in a YAML list and is joined elsewhere. */
const values: Readonly<Record<string, (paper: TemplatePaper) => string | readonly string[] | undefined>> = {
  key: ({ key }) => key,
  citekey: ({ key }) => key,
  title: ({ title }) => singleLine(title),
  authors: ({ authors }) => (authors ?? []).map(singleLine),
  year: ({ year }) => (year === undefined ? '' : String(year)),
  venue: ({ venue }) => venue,
  doi: ({ doi }) => doi,
  arxiv: ({ arxiv }) => arxiv,
  url: ({ url, doi }) => url ?? (doi === undefined ? undefined : `https://doi.org/${doi}`),
  keywords: ({ keywords }) => (keywords ?? []).map(singleLine),
  abstract: ({ abstract }) => abstract,
};

/** The names of all placeholders, for people. */
export const templatePlaceholders: readonly string[] = Object.keys(values);

/**
 * The text of a new note: the template with its placeholders filled, LF. In the front matter values are quoted as YAML
 * wherever they stand, in the body they are plain text. Unknown placeholders stay as they are. The front matter always
 * names the paper: `noteFieldIds` of the result has its key, whatever the template is. Linear.
 */
export function fillNoteTemplate(template: string, paper: TemplatePaper): string {
  const text = template.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const range = locateFrontMatter(text);
  const front = typeof range === 'object' && range.start === 0 ? range : undefined;
  const yaml = front === undefined ? '' : text.slice(front.contentStart, front.contentEnd);
  const body = filledBody(front === undefined ? text : text.slice(front.end), paper);
  const rest = front === undefined ? `---\n\n${body}` : `---\n${body}`;
  const filled = front === undefined ? '' : filledYaml(yaml, paper);
  const note = `---\n${filled}${rest}`;
  const id = `citekey: ${yamlQuoted(paper.key)}\n`;
  const [wanted] = noteFieldIds(`---\n${id}---\n`);
  const isNamed = front !== undefined && noteFieldIds(note)[0] === wanted && noteFieldIds(note).length <= 1;
  return isNamed ? note : `---\n${id}${withoutOtherIds(filled)}${rest}`;
}

/** A key that the template itself names is not that of this paper. */
function withoutOtherIds(yaml: string): string {
  return yaml.replace(/^(["']?(?:cite|bib(?:tex)?|citation)[ _-]*keys?["']?[ \t]*:)/gim, '# $1');
}

function valueOf(name: string, paper: TemplatePaper): string | readonly string[] | undefined {
  const read = Object.hasOwn(values, name.toLowerCase()) ? values[name.toLowerCase()] : undefined;
  return read === undefined ? undefined : (read(paper) ?? '');
}

function joined(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** Paragraphs of an abstract stay paragraphs; everything else is one line. */
function filledBody(text: string, paper: TemplatePaper): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = valueOf(name, paper);
    if (value === undefined) return whole;
    return joined(value)
      .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
      .map(singleLine)
      .filter((paragraph) => paragraph !== '')
      .join('\n\n');
  });
}

function filledYaml(yaml: string, paper: TemplatePaper): string {
  let block: number | undefined;
  const lines = yaml.split('\n').map((line) => {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (block !== undefined && line.trim() !== '' && indent <= block) block = undefined;
    if (block !== undefined) return plainFilled(line, paper);
    if (/[:-][ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(line)) block = indent;
    return filledLine(line, paper);
  });
  return lines.join('\n');
}

/** In a block of text or a comment anything on one line is a text. */
function plainFilled(text: string, paper: TemplatePaper): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = valueOf(name, paper);
    return value === undefined ? whole : singleLine(joined(value));
  });
}

function filledLine(line: string, paper: TemplatePaper): string {
  if (/^[ \t]*#/.test(line)) return plainFilled(line, paper);
  const [, head = '', value = ''] = /^(\s*(?:-\s+)*(?:[\p{L}\p{N}_. -]+:\s+)?)(.*)$/u.exec(line) ?? [];
  const known = [...value.matchAll(placeholder)].some(([, name = '']) => valueOf(name, paper) !== undefined);
  if (!known) return line;
  // A number is one in YAML, too.
  if (/^\{\{\s*year\s*\}\}\s*$/i.test(value)) return head + joined(valueOf('year', paper) ?? '');
  // A text with placeholders in it is quoted as a whole; where it begins with a quote or bracket, each value is.
  return /^["'[{]/.test(value.replace(placeholder, 'x'))
    ? head + filledParts(value, paper)
    : head + yamlQuoted(filledParts(value.trim(), paper, (one) => joined(one)));
}

function filledParts(
  value: string,
  paper: TemplatePaper,
  write?: (value: string | readonly string[]) => string,
): string {
  let quote = '';
  let filled = '';
  let from = 0;
  for (const match of value.matchAll(placeholder)) {
    const before = value.slice(from, match.index);
    quote = quoteAfter(before, quote);
    const one = valueOf(match[1] ?? '', paper);
    filled += before + (one === undefined ? match[0] : (write?.(one) ?? quotedFor(quote, one)));
    from = match.index + match[0].length;
  }
  return filled + value.slice(from);
}

function quotedFor(quote: string, value: string | readonly string[]): string {
  const text = joined(value);
  if (quote === '"') return yamlQuoted(text).slice(1, -1);
  if (quote === "'") return singleLine(text).replaceAll("'", "''");
  return typeof value === 'string' ? yamlQuoted(text) : value.map(yamlQuoted).join(', ');
}

/** In which quotation marks what follows stands; `''`: in none. */
function quoteAfter(text: string, before: string): string {
  let quote = before;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote === '"' && sign === '\\') at += 1;
    else if (quote === '') quote = sign === '"' || sign === "'" ? sign : '';
    else if (sign === quote) quote = '';
  }
  return quote;
}
