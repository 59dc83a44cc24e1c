import { longestKey } from '../citationWriter.ts';

/** A key behind an `@` and where it stands. */
export interface KeyMatch {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** After the closing brace of `@{key}`, else `keyEnd`. */
  readonly end: number;
}

const bareKey = /[\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;
const wholeBareKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*$/u;
const crossReference =
  /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|alg|tip|nte|wrn|imp|cau)-|^(?:fig|tbl|sec|eq|lst):/;
const unwritable = /[\s\p{Cc}\p{Cs}]/u;

/** No key is longer; the bound keeps a text of nothing but `@{` linear. */
const maxKeyLength = 1000;

/**
 * Reads the key after the `@` at `at`, by the grammar of pandoc's `citeKey` (Text/Pandoc/Parsing): letters, digits and
 * `_`, single punctuation only between them, or anything without white space in balanced braces.
 */
export function matchCitationKey(text: string, at: number): KeyMatch | undefined {
  const start = at + 1;
  if (text[start] === '{') return matchBraced(text, start);
  bareKey.lastIndex = start;
  const key = bareKey.exec(text)?.[0];
  return key === undefined ? undefined : { key, keyStart: start, keyEnd: start + key.length, end: start + key.length };
}

function matchBraced(text: string, open: number): KeyMatch | undefined {
  let depth = 0;
  const limit = Math.min(text.length, open + maxKeyLength);
  for (let i = open; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 123) depth += 1;
    else if (unit === 125) depth -= 1;
    else if (unit <= 32 || (unit >= 127 && /\s/.test(text.charAt(i)))) return undefined;
    if (depth > 0) continue;
    const key = text.slice(open + 1, i);
    return key === '' ? undefined : { key, keyStart: open + 1, keyEnd: i, end: i + 1 };
  }
  return undefined;
}

/**
 * How a key is written after `@`: itself, or in braces where Pandoc would read only a part of it. `undefined` when no
 * citation can name it: empty, white space, control characters, unbalanced braces, longer than `longestKey`.
 */
export function formatCitationKey(key: string): string | undefined {
  if (key === '' || key.length > longestKey || unwritable.test(key)) return undefined;
  if (wholeBareKey.test(key)) return key;
  let depth = 0;
  for (const character of key) {
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? `{${key}}` : undefined;
}

/** Whether a key looks like a cross-reference of Quarto (`fig-x`) or pandoc-crossref (`fig:x`). */
export function isCrossReference(key: string): boolean {
  return crossReference.test(key);
}
