import { createScanner } from 'jsonc-parser';
import type { Result } from '../../result.ts';
import { TreeBuilder } from './jsonTreeBuilder.ts';

/** A member of an object, from the quote of its name to the end of its value. */
export interface JsonMember {
  readonly name: string;
  readonly start: number;
  readonly value: JsonNode;
  /** Offset of the comma after it; `undefined` of the last one, unless there is one too many. */
  readonly comma: number | undefined;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly start: number;
  readonly end: number;
  /** In their order; names may stand twice. */
  readonly members: readonly JsonMember[];
}

/** A value with its place: UTF-16 offsets `[start, end)`. */
export type JsonNode =
  | JsonObject
  | { readonly kind: 'array'; readonly start: number; readonly end: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'value'; readonly start: number; readonly end: number; readonly value: unknown };

/** What is wrong with a text that is no JSON. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  /** What is wrong there, to stand after a colon. */
  readonly what: string;
}

/** Kinds of tokens of the scanner (its `SyntaxKind` exists for its own compiler only). */
const firstTrivia = 12;
const lastTrivia = 15;
const endOfFile = 17;

/** By what the scanner says is wrong with a token. */
const tokenFaults: Readonly<Record<number, string>> = {
  1: 'a comment has no end',
  2: 'a closing quote is missing',
};

const tokensPerStep = 4_000;

/**
 * Reads JSON with its places; comments and commas too many do no harm. Stops at the first fault. Linear; each step takes a
 * few milliseconds.
 */
export function* readJsonTree(text: string): Generator<void, Result<JsonNode, JsonFault>, void> {
  const builder = new TreeBuilder();
  // A byte order mark is no fault, and offsets stay.
  const scanner = createScanner(text.replace(/^\uFEFF/, ' '), false);
  for (let tokens = 1; ; tokens += 1) {
    const kind: number = scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const error: number = scanner.getTokenError();
    const fault = error === 0 ? undefined : (tokenFaults[error] ?? 'this is no JSON');
    if (fault !== undefined) return { ok: false, error: { start, end, what: fault } };
    if (kind === endOfFile) return builder.end(start);
    if (kind < firstTrivia || kind > lastTrivia) {
      const what = builder.take({ mark: text[start] ?? '', text: scanner.getTokenValue(), start, end });
      if (what !== undefined) return { ok: false, error: { start, end, what } };
    }
    if (tokens % tokensPerStep === 0) yield;
  }
}
