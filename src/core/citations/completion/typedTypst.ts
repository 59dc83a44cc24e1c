import { isTypstCrossReference } from '../typst/crossReference.ts';
import { endOf, typedLine, type TypedKey } from './typedKey.ts';

/** Typst reads a reference behind a letter, too; but whoever types there writes an address. */
const reference = /(?<![\p{L}\p{N}])@([\p{XID_Continue}\-:.]*)$/u;
const label = /cite\([^()]*<([^<>"()]*)$/;
const string = /cite\([^()]*label\(\s*"([^"\\]*)$/;
const restOfLabel = /(?:\p{XID_Continue}|[-:.](?=[\p{XID_Continue}\-:.]*\p{XID_Continue}))*/uy;
const restOfString = /[^\s"\\]*/y;

/** What is typed in Typst: `@smi`, and words with spaces between them in `#cite(<deep lear` and `#cite(label("deep lear`. */
export function typedTypst(text: string, offset: number): TypedKey | undefined {
  const line = typedLine(text, offset);
  const referred = reference.exec(line)?.[1];
  if (referred !== undefined) {
    if (isTypstCrossReference(referred)) return undefined;
    return { start: offset - referred.length, end: endOf(restOfLabel, text, offset), closers: '', closed: 0 };
  }
  const labelled = label.exec(line)?.[1];
  const typed = labelled ?? string.exec(line)?.[1];
  if (typed === undefined) return undefined;
  const end = endOf(labelled === undefined ? restOfString : restOfLabel, text, offset);
  const closers = labelled === undefined ? '"))' : '>)';
  return { start: offset - typed.length, end, closers, closed: text[end] === closers[0] ? 1 : 0 };
}
