import type { CitationCluster, OffsetRange } from '../citation.ts';
import { isTypstCrossReference } from './crossReference.ts';

/** A call of `cite` while it is being read. */
export interface CiteCall {
  /** Where `cite` begins, or the `#` before it. */
  readonly start: number;
  /** Where its parenthesis opens. */
  readonly open: number;
  key: OffsetRange | undefined;
  form: string;
  /** Where the value of `supplement` begins, and where it ends once it has. */
  supplement: number | undefined;
  supplementEnd: number | undefined;
}

const labelCall = /label\([ \t]{0,100}"([^"\\\s]{1,1000})"[ \t]{0,100}\)/y;
const formArgument = /form[ \t]{0,100}:[ \t]{0,100}(?:"([a-z]+)"|none(?![\p{XID_Continue}-]))/uy;
const supplementArgument = /supplement[ \t]{0,100}:[ \t]*/y;

/** Begins to read a call. */
export function newCiteCall(start: number, open: number): CiteCall {
  return { start, open, key: undefined, form: 'normal', supplement: undefined, supplementEnd: undefined };
}

/** Takes what is written at the word at `at` of the call itself. Returns the offset after what it took, if anything. */
export function takeArgument(call: CiteCall, text: string, at: number): number | undefined {
  labelCall.lastIndex = at;
  const key = labelCall.exec(text)?.[1];
  if (key !== undefined) {
    const start = text.indexOf('"', at) + 1;
    call.key ??= { start, end: start + key.length };
    return labelCall.lastIndex;
  }
  formArgument.lastIndex = at;
  const form = formArgument.exec(text);
  if (form !== null) {
    call.form = form[1] ?? 'none';
    return formArgument.lastIndex;
  }
  supplementArgument.lastIndex = at;
  if (!supplementArgument.test(text)) return undefined;
  call.supplement = supplementArgument.lastIndex;
  return supplementArgument.lastIndex;
}

/** The citation of a call that ends before `end`; `undefined` when it names no label itself. */
export function clusterOfCall(call: CiteCall, text: string, end: number): CitationCluster | undefined {
  const { start, open, key, form, supplement, supplementEnd } = call;
  if (key === undefined) return undefined;
  const written = supplement === undefined ? '' : text.slice(supplement, supplementEnd ?? end - 1).trim();
  const name = text.slice(key.start, key.end);
  return {
    kind: form === 'prose' || form === 'author' ? 'inText' : 'bracketed',
    ...(form === 'none' ? { listOnly: true as const } : {}),
    range: { start, end },
    bracket: { start: open, end },
    items: [
      {
        key: name,
        keyRange: key,
        range: key,
        prefix: '',
        suffix: inside(written),
        suppressAuthor: form === 'year',
        crossReference: isTypstCrossReference(name),
      },
    ],
  };
}

/** Without the brackets or quotation marks around it. */
function inside(value: string): string {
  const isWrapped = (value.startsWith('[') && value.endsWith(']')) || (value.startsWith('"') && value.endsWith('"'));
  return isWrapped ? value.slice(1, -1).trim() : value;
}
