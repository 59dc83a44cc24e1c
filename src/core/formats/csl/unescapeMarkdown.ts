import { texRuns } from '../../bibliography/texText.ts';

const escaped = /\\([!-/:-@[-`{-~])/g;
/** Taken letter by letter. */
const verbatim: ReadonlySet<string> = new Set(['id', 'citation-key', 'citekey', 'type', 'DOI', 'URL']);

/**
 * The members of a CSL-YAML item with the texts that their Markdown stands for as far as escapes go: pandoc writes `\$`
 * and `\*` there. Math is TeX and stays. An item is as shallow as its reader lets it be.
 */
export function unescapeMarkdown(item: object): object {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]: [string, unknown]) => [name, verbatim.has(name) ? value : valueOf(value)]),
  );
}

function valueOf(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\\') ? unescaped(value) : value;
  if (Array.isArray(value)) return value.map(valueOf);
  return typeof value === 'object' && value !== null ? unescapeMarkdown(value) : value;
}

function unescaped(text: string): string {
  return texRuns(text)
    .map((run) => (run.math ? run.text : run.text.replace(escaped, '$1')))
    .join('');
}
