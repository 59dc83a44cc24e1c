/** After so many steps the caller may breathe. */
const slice = 2_000;
const longestKey = 1_000;

const bibtexHead = /@\s{0,10}([a-zA-Z]{1,50})\s{0,10}[{(]\s{0,10}([^\s,{}()"=]{1,1000})\s{0,10}[,})]/y;
const noEntries = /^(?:comment|string|preamble)$/i;
const jsonId = /"(?:id|citation-key|citekey)"\s{0,10}:\s{0,10}(?:"((?:[^"\\\r\n]|\\.){1,1000})"|(-?\d{1,30}))/g;
const yamlId =
  /^[ \t]{0,50}(?:-[ \t]{1,10})?["']?(?:id|citation-key|citekey)["']?[ \t]{0,10}:[ \t]{0,10}(\S[^\r\n]{0,1000})$/gm;
/** Hayagriva, which Typst reads: the keys are the names of the top level. */
const yamlTop = /^(?!references[ \t]*:)["']?([^\s#"':][^\r\n"':]{0,200})["']?[ \t]{0,10}:[ \t]*$/gm;
const risId = /^(?:ID|LB)[ \t]{0,4}-[ \t]{0,10}(\S[^\r\n]{0,1000})$/gm;

/** Whether a file may be a bibliography by its name: nothing else is read because a document names it. */
export function isBibliographyFile(path: string): boolean {
  return /\.(?:bib|bibtex|biblatex|json|ya?ml|ris)$/i.test(path);
}

/**
 * The citation keys of a bibliography file, each time it has one: rather one too many than one too few, for who asks
 * wants to know which citations are surely not there. `undefined` for files that are no bibliography by their name. A
 * generator so that the caller can breathe; total; linear, and much quicker than reading what the entries say.
 */
export function keysInFile(path: string, text: string): Generator<undefined, readonly string[], void> | undefined {
  switch (/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase()) {
    case 'bib':
    case 'bibtex':
    case 'biblatex':
      return bibtexKeys(text);
    case 'json':
      return matches(text, [jsonId], unescaped);
    case 'yaml':
    case 'yml':
      return matches(text, [yamlId, yamlTop], unquoted);
    case 'ris':
      return matches(text, [risId], (written) => written.trim());
    default:
      return undefined;
  }
}

function* bibtexKeys(text: string): Generator<undefined, readonly string[], void> {
  const keys: string[] = [];
  let steps = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    steps += 1;
    if (steps % slice === 0) yield;
    bibtexHead.lastIndex = at;
    const [, type = '', key = ''] = bibtexHead.exec(text) ?? [];
    if (key !== '' && key.length <= longestKey && !noEntries.test(type)) keys.push(key);
  }
  return keys;
}

function* matches(
  text: string,
  patterns: readonly RegExp[],
  keyOf: (written: string) => string,
): Generator<undefined, readonly string[], void> {
  const keys: string[] = [];
  let steps = 0;
  for (const pattern of patterns) {
    for (const [, written, number] of text.matchAll(pattern)) {
      keys.push(keyOf(written ?? number ?? ''));
      steps += 1;
      if (steps % slice === 0) yield;
    }
  }
  return keys;
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    const value: unknown = JSON.parse(`"${written}"`);
    return typeof value === 'string' ? value : written;
  } catch {
    return written;
  }
}

function unquoted(written: string): string {
  const text = written.replace(/\s#.*$/, '').trim();
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  return quoted ?? text;
}
