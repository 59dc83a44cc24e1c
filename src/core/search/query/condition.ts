import { tokenize } from '../tokenizer.ts';

/** What a paper must be, besides having words. */
export type Condition =
  | { readonly kind: 'year'; readonly from: number; readonly to: number }
  /** Keys that begin so, folded as terms are. */
  | { readonly kind: 'key'; readonly beginning: string }
  | { readonly kind: 'theme'; readonly name: string }
  | { readonly kind: 'has'; readonly what: 'note' | 'abstract' | 'doi' }
  | { readonly kind: 'is'; readonly what: (typeof being)[number] };

const having = ['note', 'abstract', 'doi'] as const;
const being = ['cited', 'recent', 'unread', 'reading', 'read', 'selected'] as const;

/**
 * Reads the value of a filter; `undefined` when it is none. One that is still being typed (`open`) and may become
 * something is `unfinished`: it asks for nothing yet.
 */
export function parseCondition(field: string, value: string, open: boolean): Condition | 'unfinished' | undefined {
  switch (field) {
    case 'year':
      return parseYears(value);
    case 'key': {
      const beginning = foldedKey(value.replace(/^@/, ''));
      return beginning === '' ? undefined : { kind: 'key', beginning };
    }
    case 'theme':
      return tokenize(value).length === 0 ? undefined : { kind: 'theme', name: value };
    case 'has': {
      const what = having.find((name) => name === value.toLowerCase());
      return what === undefined ? unfinished(having, value, open) : { kind: 'has', what };
    }
    case 'is': {
      const what = being.find((name) => name === value.toLowerCase());
      return what === undefined ? unfinished(being, value, open) : { kind: 'is', what };
    }
    default:
      return undefined;
  }
}

/** Whether a key begins like that of a condition. */
export function beginsSo(key: string, beginning: string): boolean {
  // Most keys begin otherwise, and to fold all of them takes long.
  const first = key.charAt(0);
  if (/^[a-z0-9]$/i.test(first) && first.toLowerCase() !== beginning.charAt(0)) return false;
  return foldedKey(key).startsWith(beginning);
}

/** Keys are compared without case and signs: nobody remembers whether it was `vaswani:2017` or `Vaswani2017`. */
function foldedKey(key: string): string {
  return tokenize(key).join('');
}

function unfinished(names: readonly string[], value: string, open: boolean): 'unfinished' | undefined {
  return open && names.some((name) => name.startsWith(value.toLowerCase())) ? 'unfinished' : undefined;
}

/** `2024`, `2022-2024`, `2022-`, `-2015`; digits that are still missing stand for any. */
function parseYears(value: string): Condition | undefined {
  const match = /^(\d{1,4})?([-\u2013])?(\d{1,4})?$/.exec(value);
  if (match === null) return undefined;
  const [, first, dash, last] = match;
  if (first === undefined && last === undefined) return undefined;
  const from = first === undefined ? 0 : Number(first.padEnd(4, '0'));
  const end = dash === undefined ? first : last;
  const to = end === undefined ? 9999 : Number(end.padEnd(4, '9'));
  return { kind: 'year', from, to };
}
