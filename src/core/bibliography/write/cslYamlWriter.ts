import type { PaperFields } from '../../paper.ts';
import type { Eol } from '../../text/lineEnds.ts';
import { yamlQuoted, yamlScalar } from '../bibliographyPath.ts';
import { texRuns } from '../texText.ts';
import { writtenItem } from './cslJsonWriter.ts';

/** How a CSL-YAML item is written. */
export interface CslYamlOptions {
  readonly abstract?: boolean | undefined;
  readonly eol?: Eol | undefined;
}

/** What Markdown gives a meaning. Quotation marks and apostrophes may become typographic ones, as everywhere. */
const significant = /[\\*_`~^[\]<>@#$]|\.(?=\.\.)|-(?=-)/g;
/** pandoc takes these letter by letter. */
const verbatim: ReadonlySet<string> = new Set(['id', 'type', 'DOI', 'URL', 'ISBN', 'ISSN', 'PMID', 'PMCID']);

/**
 * An item of a CSL-YAML list (`- id: …`), as pandoc has it under `references:`, without a line end behind it. Texts are
 * Markdown there: what would mean something is escaped, `$math$` stays.
 */
export function formatCslYamlItem(paper: PaperFields, id: string, options: CslYamlOptions = {}): string {
  const lines = Object.entries(writtenItem(paper, id, options)).flatMap(([name, value]: [string, unknown]) =>
    memberLines(name, value, verbatim.has(name)),
  );
  return [`- ${lines[0] ?? ''}`, ...lines.slice(1).map((line) => `  ${line}`)].join(options.eol ?? '\n');
}

/** A member of a CSL-YAML item, as lines that its indentation is to be put before. */
export function formatCslYamlMember(name: string, value: unknown): readonly string[] {
  return memberLines(name, value, verbatim.has(name));
}

/** An item holds texts, numbers, lists and objects of these. */
function memberLines(name: string, value: unknown, isVerbatim: boolean): readonly string[] {
  const key = yamlScalar(name);
  if (Array.isArray(value)) return [`${key}:`, ...value.flatMap((one: unknown) => itemLines(one, isVerbatim))];
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([of, one]: [string, unknown]) => memberLines(of, one, isVerbatim));
    return [`${key}:`, ...members.map((line) => `  ${line}`)];
  }
  return [`${key}: ${scalar(value, isVerbatim)}`];
}

function itemLines(value: unknown, isVerbatim: boolean): readonly string[] {
  if (Array.isArray(value)) return [`- [${value.map((one: unknown) => scalar(one, isVerbatim)).join(', ')}]`];
  if (typeof value !== 'object' || value === null) return [`- ${scalar(value, isVerbatim)}`];
  const lines = Object.entries(value).flatMap(([name, one]: [string, unknown]) => memberLines(name, one, isVerbatim));
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

function scalar(value: unknown, isVerbatim: boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = isVerbatim ? value : markdown(value);
  // Quoted where a YAML reader could take a text for a number or a date.
  return /^[\p{L}]/u.test(text) ? yamlScalar(text) : yamlQuoted(text);
}

function markdown(text: string): string {
  return texRuns(text)
    .map((run) => (run.math ? run.text : run.text.replace(significant, '\\$&')))
    .join('');
}
