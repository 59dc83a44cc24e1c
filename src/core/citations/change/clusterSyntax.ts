import type { CitationCluster } from '../citation.ts';
import type { CitationSyntax, SyntaxText } from '../citationSyntax.ts';
import type { WrittenItem } from '../citationWriter.ts';
import { latexSyntax } from '../latex/latexSyntax.ts';
import { mystSyntax } from '../myst/mystSyntax.ts';
import { pandocSyntax } from '../pandoc/pandocSyntax.ts';
import { typstSyntax } from '../typst/typstSyntax.ts';
import { keepsWords } from './keptWords.ts';
import { noteFor } from './noteMarkup.ts';
import { holdsOthers } from './syntaxText.ts';

/** How a cluster can be written. */
export interface OtherSyntax {
  /** For people: `LaTeX (natbib)`. */
  readonly name: string;
  readonly syntax: CitationSyntax;
  /** What a document of that kind has in it, so that its writer knows its manner. */
  readonly sample: string;
}

const others: readonly OtherSyntax[] = [
  { name: 'Pandoc', syntax: pandocSyntax, sample: '' },
  { name: 'MyST role', syntax: mystSyntax, sample: '{cite:p}`a`' },
  { name: 'LaTeX (natbib)', syntax: latexSyntax, sample: '\\usepackage{natbib}' },
  { name: 'LaTeX (biblatex)', syntax: latexSyntax, sample: '\\usepackage{biblatex}' },
  { name: 'Typst', syntax: typstSyntax, sample: '' },
];

/** A cluster in another syntax. */
export interface ConvertedCluster {
  readonly name: string;
  readonly written: string;
}

/**
 * A cluster of a document as other syntaxes write it, with every word before and after its works. Those that cannot say it
 * are left out; so is what is written there already.
 */
export function inOtherSyntaxes(document: SyntaxText, cluster: CitationCluster): readonly ConvertedCluster[] {
  if (cluster.listOnly === true || holdsOthers(document, cluster)) return [];
  const items = document.syntax.writer(document).items(cluster);
  const now = document.text.slice(cluster.range.start, cluster.range.end);
  const converted: ConvertedCluster[] = [];
  for (const other of others) {
    if (other.syntax === document.syntax && other.syntax !== mystSyntax && other.syntax !== latexSyntax) continue;
    const written = inSyntax(items, cluster, document.syntax, other);
    const isNew = written !== undefined && written !== now && converted.every((one) => one.written !== written);
    if (isNew) converted.push({ name: other.name, written });
  }
  return converted;
}

function inSyntax(
  items: readonly WrittenItem[],
  { kind }: CitationCluster,
  from: CitationSyntax,
  { syntax, sample }: OtherSyntax,
): string | undefined {
  const translated = items.map((item) => ({
    ...item,
    prefix: noteFor(item.prefix, from.id, syntax.id),
    suffix: noteFor(item.suffix, from.id, syntax.id),
  }));
  const writer = syntax.writer({ text: sample, scan: syntax.scan(sample) });
  const written = writer.cluster(translated, kind);
  if (written !== undefined && keepsWords(written, items)) return written;
  // Typst has no words before a citation, and no syntax has them before one in the sentence.
  const [first, ...rest] = translated;
  if (first === undefined || first.prefix === '' || rest.some(({ prefix }) => prefix !== '')) return undefined;
  if (kind === 'bracketed' && syntax !== typstSyntax) return undefined;
  const alone = writer.cluster([{ ...first, prefix: '' }, ...rest], kind);
  const whole = alone === undefined ? undefined : `${first.prefix} ${alone}`;
  return whole !== undefined && keepsWords(whole, items) ? whole : undefined;
}
