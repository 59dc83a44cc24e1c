const environments = new Set(
  ['verbatim', 'Verbatim', 'BVerbatim', 'LVerbatim', 'SaveVerbatim', 'VerbatimOut', 'lstlisting', 'minted'].concat([
    'comment',
    'filecontents',
    'tcblisting',
    'luacode',
    'pycode',
  ]),
);
const begin = /[ \t]*\{([a-zA-Z]{1,50}\*?)\}/y;
const inlineVerbatim = /^(?:verb|Verb|lstinline|mintinline|mint|spverb)$/;
const addresses = /^(?:url|path|nolinkurl|href)$/;
const options = /\[[^\]\r\n]{0,300}\]/y;
const braces = /\{[^{}\r\n]*\}/y;
/** Verbatim text in a line is shorter; the bound keeps a long line of nothing but `\verb` linear. */
const longestInline = 2000;

/**
 * After the verbatim text that the command `name` before `at` begins, such as `\verb|…|`, a listing or an address (in
 * which `%` is no comment); `undefined` when it begins none. An environment that is never closed goes on to the end, as in
 * LaTeX.
 */
export function afterVerbatim(text: string, name: string, at: number): number | undefined {
  if (name === 'begin') return afterEnvironment(text, at);
  if (addresses.test(name)) return matchAt(braces, text, at);
  return inlineVerbatim.test(name) ? afterInline(text, name, at) : undefined;
}

function afterEnvironment(text: string, at: number): number | undefined {
  begin.lastIndex = at;
  const name = begin.exec(text)?.[1];
  if (name === undefined || !environments.has(name.replace('*', ''))) return undefined;
  const end = `\\end{${name}}`;
  const found = text.indexOf(end, begin.lastIndex);
  return found === -1 ? text.length : found + end.length;
}

function afterInline(text: string, name: string, at: number): number | undefined {
  let open = text[at] === '*' ? at + 1 : at;
  if (name.startsWith('v') || name === 'Verb') return afterDelimiters(text, open);
  open = matchAt(options, text, open) ?? open;
  if (name.startsWith('mint')) open = matchAt(braces, text, open) ?? open;
  return matchAt(braces, text, open) ?? afterDelimiters(text, open);
}

function afterDelimiters(text: string, open: number): number | undefined {
  const delimiter = text[open];
  if (delimiter === undefined || /[a-zA-Z\s*]/.test(delimiter)) return undefined;
  const [line = ''] = text.slice(open + 1, open + 1 + longestInline).split(/[\r\n]/, 1);
  const close = line.indexOf(delimiter);
  return close === -1 ? undefined : open + close + 2;
}

/** Where a sticky pattern that matches at `at` ends; `undefined` when it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
