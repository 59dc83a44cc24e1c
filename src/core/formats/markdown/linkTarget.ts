/** Where the links of a text that are written by name lead: `[1]: https://…`, names in lower case. */
export type References = ReadonlyMap<string, string>;

interface Target {
  readonly url: string;
  readonly end: number;
}

const maxUrl = 2_000;
const maxTooltip = 500;
const maxDepth = 6;
const maxLabel = 200;

/** The target of a link behind `](`: `url)`, `<url>)`, `url "a tooltip")`. Its length is bounded. */
export function targetAt(source: string, from: number): Target | undefined {
  let at = from;
  while (source.charAt(at) === ' ' && at < from + 20) at += 1;
  const angled = source.charAt(at) === '<';
  const end = angled ? angledEnd(source, at + 1) : bareEnd(source, at);
  if (end === -1) return undefined;
  const url = source.slice(angled ? at + 1 : at, end).trim();
  const close = closingParenthesis(source, angled ? end + 1 : end);
  return close === -1
    ? undefined
    : { url: url.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&'), end: close + 1 };
}

function angledEnd(source: string, from: number): number {
  for (let at = from; at < source.length && at < from + maxUrl; at += 1) {
    const character = source.charAt(at);
    if (character === '>') return at;
    if (character === '<' || character === '\n') return -1;
  }
  return -1;
}

/** Parentheses that belong together are part of an address. */
function bareEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length && at < from + maxUrl; at += 1) {
    const code = source.charCodeAt(at);
    if (code <= 32) return at;
    if (code === 40) {
      depth += 1;
      if (depth > maxDepth) return -1;
    } else if (code === 41) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (code === 92) at += 1;
  }
  return -1;
}

function closingParenthesis(source: string, from: number): number {
  if (source.charAt(from) === ')') return from;
  let at = from;
  while (/\s/.test(source.charAt(at)) && at < from + 20) at += 1;
  const quote = source.charAt(at);
  if (at > from && (quote === '"' || quote === "'")) {
    const end = source.slice(at + 1, at + 1 + maxTooltip).indexOf(quote);
    if (end === -1) return -1;
    at += end + 2;
    while (source.charAt(at) === ' ' && at < from + maxTooltip + 40) at += 1;
  }
  return source.charAt(at) === ')' ? at : -1;
}

/** The target of `[text][name]`, `[text][]` or `[text]`; the text is `[from, close)`. */
export function referenceAt(source: string, from: number, close: number, references: References): Target | undefined {
  const named = source.charAt(close + 1) === '[' ? source.slice(close + 2, close + 2 + maxLabel).indexOf(']') : -1;
  if (named > 0) {
    const url = references.get(referenceName(source.slice(close + 2, close + 2 + named)));
    if (url !== undefined) return { url, end: close + 3 + named };
  }
  if (close - from > maxLabel) return undefined;
  const url = references.get(referenceName(source.slice(from, close)));
  return url === undefined ? undefined : { url, end: named === 0 ? close + 3 : close + 1 };
}

/** Names are compared without case and with single spaces. */
export function referenceName(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

const autolink = /<(https?:\/\/[^\s<>]{1,2000}|doi:10\.[^\s<>]{1,300})>/iy;

/** `<https://…>`. */
export function autolinkAt(source: string, at: number): Target | undefined {
  autolink.lastIndex = at;
  const found = autolink.exec(source);
  return found === null ? undefined : { url: found[1] ?? '', end: at + found[0].length };
}

const address = /https?:\/\/[^\s<>"`|\\^{}[\]“”]+/iy;

/** An address in a text, without the punctuation of the sentence around it. */
export function bareAddressAt(source: string, at: number): Target | undefined {
  address.lastIndex = at;
  const found = address.exec(source)?.[0];
  if (found === undefined) return undefined;
  // Too long to be one: it is passed over as a whole, so that nothing in it is looked at again.
  if (found.length > maxUrl) return { url: '', end: at + found.length };
  let end = found.length;
  let open = 0;
  for (const character of found) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'*_~，。；）]/.test(last)) break;
  }
  return end < 10 ? undefined : { url: found.slice(0, end), end: at + end };
}

/** The end of the formula that a `$` at `at` opens, as VS Code's preview has it: `$5 and $10` is none. -1 without one. */
export function mathEnd(source: string, at: number): number {
  const double = source.charAt(at + 1) === '$';
  const from = double ? at + 2 : at + 1;
  if (from >= source.length || /[\s$]/.test(source.charAt(from))) return -1;
  let close = source.indexOf('$', from);
  while (close !== -1 && source.charAt(close - 1) === '\\' && close - from < 400)
    close = source.indexOf('$', close + 1);
  if (close === -1 || close - from > 400 || /\s/.test(source.charAt(close - 1))) return -1;
  if (double) return source.charAt(close + 1) === '$' ? close + 2 : -1;
  return /\d/.test(source.charAt(close + 1)) ? -1 : close + 1;
}
