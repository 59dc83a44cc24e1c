import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Result } from '../../result.ts';

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

/** Nothing that people write lies deeper, and the parser goes down by calling itself. */
const maxDepth = 64;

const faults: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a name in quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'there is something after the end',
  UnexpectedEndOfString: 'a closing quote is missing',
  UnexpectedEndOfComment: 'a comment has no end',
};

/** Reads JSON with its places; comments and commas too many do no harm. Stops at the first fault. Linear. */
export function readJsonTree(text: string): Result<JsonNode, JsonFault> {
  const builder = new TreeBuilder();
  try {
    // A byte order mark is no fault, and offsets stay.
    visit(text.replace(/^\uFEFF/, ' '), builder.visitor(), { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const { root, fault } = builder;
  if (fault !== undefined) return { ok: false, error: fault };
  return root === undefined
    ? { ok: false, error: { start: text.length, end: text.length, what: 'a value is missing' } }
    : { ok: true, value: root };
}

/** Leaves the parser, which knows no other way. */
class Stop extends Error {}

type OpenMember = { -readonly [Name in keyof JsonMember]: JsonMember[Name] };

interface Open {
  readonly kind: 'object' | 'array';
  readonly start: number;
  readonly members: OpenMember[];
  readonly items: JsonNode[];
  /** The name whose value comes next. */
  name: { readonly text: string; readonly start: number } | undefined;
}

class TreeBuilder {
  root: JsonNode | undefined;
  fault: JsonFault | undefined;
  readonly #open: Open[] = [];

  visitor(): Parameters<typeof visit>[1] {
    return {
      onObjectBegin: (start) => this.#begin('object', start),
      onArrayBegin: (start) => this.#begin('array', start),
      onObjectEnd: (offset, length) => this.#finish(offset + length),
      onArrayEnd: (offset, length) => this.#finish(offset + length),
      onObjectProperty: (name, start) => {
        const open = this.#open.at(-1);
        if (open !== undefined) open.name = { text: name, start };
      },
      onLiteralValue: (value: unknown, start, length) =>
        this.#take({ kind: 'value', start, end: start + length, value }),
      onSeparator: (character, offset) => {
        const last = this.#open.at(-1)?.members.at(-1);
        if (character === ',' && last !== undefined) last.comma = offset;
      },
      onError: (code, start, length) =>
        this.#stop({ start, end: start + length, what: faults[printParseErrorCode(code)] ?? 'this is no JSON' }),
    };
  }

  #begin(kind: Open['kind'], start: number): void {
    if (this.#open.length === maxDepth) this.#stop({ start, end: start + 1, what: 'this lies too deep' });
    this.#open.push({ kind, start, members: [], items: [], name: undefined });
  }

  #finish(end: number): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { kind, start, members, items } = open;
    this.#take(kind === 'object' ? { kind, start, end, members } : { kind, start, end, items });
  }

  #take(value: JsonNode): void {
    const open = this.#open.at(-1);
    if (open === undefined) this.root = value;
    else if (open.kind === 'array') open.items.push(value);
    else if (open.name !== undefined) {
      open.members.push({ name: open.name.text, start: open.name.start, value, comma: undefined });
    }
  }

  #stop(fault: JsonFault): never {
    this.fault = fault;
    throw new Stop();
  }
}
