import type { CitationCluster } from '../citation.ts';
import type { ScannedText } from '../citationWriter.ts';

/** How a document cites. */
export interface LatexFamily {
  readonly kind: 'biblatex' | 'natbib' | 'plain';
  /** The command for a citation beside the sentence, without its `\`. */
  readonly bracketed: string;
  /** That for one whose author is a part of it; `undefined` where there is none. */
  readonly inText: string | undefined;
}

/** biblatex has these with a star, which leaves the author out, and with an `s`, for notes of each work. */
const ofBiblatex = ['parencite', 'autocite', 'footcite', 'smartcite', 'supercite'];
const onlyBiblatex =
  /\\(?:addbibresource|printbibliography|textcites?|(?:paren|auto|foot|smart|super)cites?)(?![a-zA-Z])/;
const onlyNatbib = /\\(?:citep|citet|citealp|citealt|setcitestyle)(?![a-zA-Z])/;
const packages = /\\(?:usepackage|RequirePackage)\s{0,20}(?:\[[^\]]{0,2000}\]\s{0,20})?\{([^{}]{0,500})\}/g;

/**
 * What a document loads or, in a part of one, what its commands belong to; beside the sentence it cites with the command
 * that it has used most. Linear.
 */
export function latexFamily({ text, scan }: ScannedText): LatexFamily {
  const kind = kindOf(text);
  const used = mostUsed(text, scan.clusters, kind);
  if (kind === 'biblatex') return { kind, bracketed: used ?? 'autocite', inText: 'textcite' };
  if (kind === 'natbib') return { kind, bracketed: used ?? 'citep', inText: 'citet' };
  return { kind, bracketed: 'cite', inText: undefined };
}

/** The name of the command of a cluster, without `\` and star. */
export function commandOf(text: string, { range }: CitationCluster): string {
  return /^\\([a-zA-Z]{1,50})/.exec(text.slice(range.start, range.start + 60))?.[1] ?? '';
}

/** Whether biblatex has a kin of this command for several works with notes of their own. */
export function hasPlural(command: string): boolean {
  return /^(?:cite|textcite)$/i.test(command) || ofBiblatex.includes(command.toLowerCase());
}

/** Whether a star leaves the author out after this command of biblatex. */
export function hasStar(command: string): boolean {
  return command === 'cite' || ofBiblatex.includes(command);
}

function kindOf(text: string): LatexFamily['kind'] {
  const loaded = new Set(
    [...text.matchAll(packages)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim())),
  );
  if (loaded.has('biblatex')) return 'biblatex';
  if (loaded.has('natbib')) return 'natbib';
  if (onlyBiblatex.test(text)) return 'biblatex';
  return onlyNatbib.test(text) ? 'natbib' : 'plain';
}

function mostUsed(text: string, clusters: readonly CitationCluster[], kind: LatexFamily['kind']): string | undefined {
  const choice = kind === 'biblatex' ? ['cite', ...ofBiblatex] : ['cite', 'citep'];
  const counts = new Map<string, number>();
  for (const cluster of clusters) {
    const name = commandOf(text, cluster).replace(/cites$/, 'cite');
    if (choice.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
