import type { Result } from '../../result.ts';
import type { JsonFault, JsonMember, JsonNode } from './jsonTree.ts';

/** A piece of JSON between white space and comments. */
export interface JsonToken {
  /** Its first character. */
  readonly mark: string;
  /** Of a text in quotes what they mean. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type OpenMember = { -readonly [Name in keyof JsonMember]: JsonMember[Name] };

interface Open {
  readonly kind: 'object' | 'array';
  readonly start: number;
  readonly members: OpenMember[];
  readonly items: JsonNode[];
  /** What may come next; the end of it, too, but after a name and a colon. */
  wants: 'name' | 'colon' | 'value' | 'comma';
  /** Whose value comes next. */
  name: { readonly text: string; readonly start: number } | undefined;
}

/** Nothing that people write lies deeper. */
const maxDepth = 64;

const literal = /^(?:true|false|null|-?\d[\d.eE+-]*)$/;

const missing = {
  name: 'a name in quotes is missing',
  colon: 'a colon is missing',
  value: 'a value is missing',
  comma: 'a comma is missing',
} as const;

/** Makes a tree of JSON of its tokens. */
export class TreeBuilder {
  #root: JsonNode | undefined;
  readonly #open: Open[] = [];

  /** Gives what is wrong with the next token; after that nothing more may be taken. */
  take(token: JsonToken): string | undefined {
    const open = this.#open.at(-1);
    const { mark } = token;
    if (!'{}[],:"'.includes(mark) && !literal.test(token.text)) return 'this is no JSON';
    if (open === undefined) return this.#root === undefined ? this.#value(token) : 'there is something after the end';
    if (mark === (open.kind === 'object' ? '}' : ']') && this.#mayEnd(open)) return this.#finish(open, token.end);
    switch (open.wants) {
      case 'name':
        if (mark !== '"') return missing.name;
        open.name = { text: token.text, start: token.start };
        open.wants = 'colon';
        return undefined;
      case 'colon':
        if (mark !== ':') return missing.colon;
        open.wants = 'value';
        return undefined;
      case 'comma':
        return mark === ',' ? this.#comma(open, token.start) : missing.comma;
      case 'value':
        return this.#value(token);
    }
  }

  /** What the tokens are, at the end of the text. */
  end(at: number): Result<JsonNode, JsonFault> {
    const open = this.#open.at(-1);
    const fault = (what: string): Result<JsonNode, JsonFault> => ({ ok: false, error: { start: at, end: at, what } });
    if (open === undefined) return this.#root === undefined ? fault(missing.value) : { ok: true, value: this.#root };
    if (!this.#mayEnd(open)) return fault(missing[open.wants]);
    return fault(open.kind === 'object' ? 'a closing brace is missing' : 'a closing bracket is missing');
  }

  /** After a comma, too: one too many does no harm. */
  #mayEnd({ kind, wants }: Open): boolean {
    return wants === 'comma' || wants === (kind === 'object' ? 'name' : 'value');
  }

  #comma(open: Open, at: number): undefined {
    const last = open.members.at(-1);
    if (last !== undefined) last.comma = at;
    open.wants = open.kind === 'object' ? 'name' : 'value';
  }

  #value({ mark, text, start, end }: JsonToken): string | undefined {
    if (mark === '{' || mark === '[') {
      if (this.#open.length === maxDepth) return 'this lies too deep';
      const kind = mark === '{' ? 'object' : 'array';
      const wants = mark === '{' ? 'name' : 'value';
      this.#open.push({ kind, start, members: [], items: [], wants, name: undefined });
      return undefined;
    }
    if ('}],:'.includes(mark)) return missing.value;
    this.#put({ kind: 'value', start, end, value: mark === '"' ? text : valueOf(text) });
    return undefined;
  }

  #finish({ kind, start, members, items }: Open, end: number): undefined {
    this.#open.pop();
    this.#put(kind === 'object' ? { kind, start, end, members } : { kind, start, end, items });
  }

  #put(value: JsonNode): void {
    const open = this.#open.at(-1);
    if (open === undefined) {
      this.#root = value;
      return;
    }
    open.wants = 'comma';
    if (open.kind === 'array') open.items.push(value);
    else if (open.name !== undefined) {
      open.members.push({ name: open.name.text, start: open.name.start, value, comma: undefined });
    }
  }
}

function valueOf(text: string): boolean | number | null {
  return text === 'null' ? null : text === 'true' || text === 'false' ? text === 'true' : Number(text);
}
