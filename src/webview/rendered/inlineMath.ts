import type { StateInline } from 'markdown-it';
import { splitMath } from '../mathText.ts';

/** A formula of the note, and how it is written there. */
export interface MathSource {
  readonly tex: string;
  readonly display: boolean;
  readonly source: string;
}

/** So many formulas are drawn, and so many dollars and backslashes are looked at: drawing must stay cheap. */
const maxFormulas = 500;
const maxLooks = 1_000;
/** A formula is at most 2,000 characters; with its delimiters, and the character behind. */
const reach = 2_020;

/** A rule that finds formulas by the rules of abstracts, and leaves `<span data-math="n">` for the n-th of them. */
export function inlineMath(formulas: MathSource[]): (state: StateInline, silent: boolean) => boolean {
  // By the text that is being read: each has a budget of its own.
  const looks = new WeakMap<object, number>();
  return (state, silent) => {
    const { src, pos } = state;
    const next = src.charAt(pos + 1);
    if (src.charAt(pos) !== '$' && !(src.charAt(pos) === '\\' && (next === '(' || next === '['))) return false;
    const looked = looks.get(state.env) ?? 0;
    if (formulas.length >= maxFormulas || looked >= maxLooks) return false;
    looks.set(state.env, looked + 1);
    const [piece] = splitMath(src.slice(pos, pos + reach), 1);
    if (piece?.kind !== 'math') return false;
    if (!silent) {
      const token = state.push('math', 'span', 1);
      token.attrs = [['data-math', String(formulas.length)]];
      formulas.push(piece);
      state.push('math_end', 'span', -1);
    }
    state.pos += piece.source.length;
    return true;
  };
}
