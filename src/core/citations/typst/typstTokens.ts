import { lineEnd } from '../textLineEnds.ts';

/** After the raw text that begins with the backtick at `at`; one that is never closed goes on to the end, as in Typst. */
export function afterRaw(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === '`') length += 1;
  if (length === 2) return at + 2;
  const close = text.indexOf('`'.repeat(length), at + length);
  return close === -1 ? text.length : close + length;
}

/** After the comment at `at`: to the end of the line, or to the end mark that closes it and all in it. */
export function afterComment(text: string, at: number): number {
  if (text[at + 1] === '/') return lineEnd(text, at);
  let depth = 1;
  for (let end = at + 2; end < text.length; end += 1) {
    if (text.startsWith('/*', end)) depth += 1;
    else if (text.startsWith('*/', end)) depth -= 1;
    else continue;
    end += 1;
    if (depth === 0) return end + 1;
  }
  return text.length;
}

/** After the string that begins with the quotation mark at `at`. */
export function afterString(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '"') return end + 1;
  }
  return text.length;
}

/** After the address whose `//` is at `at`: brackets belong to it as long as they are closed. */
export function afterAddress(text: string, at: number): number {
  const open: string[] = [];
  for (let end = at; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === '[' || character === '(') open.push(character);
    else if (character === ']' || character === ')') {
      if (open.pop() !== (character === ']' ? '[' : '(')) return end;
    } else if (!/[\w!#$%&*+,\-./:;=?@~']/.test(character)) return end;
  }
  return text.length;
}

const label = /[\p{XID_Continue}\-:.]+/uy;
const name = /[\p{XID_Start}_][\p{XID_Continue}-]*/uy;

/** The name of a reference at `at`, behind its `@`: without full stops and colons at its end. May be empty. */
export function referenceAt(text: string, at: number): string {
  label.lastIndex = at;
  const written = label.exec(text)?.[0] ?? '';
  let length = written.length;
  while (written[length - 1] === '.' || written[length - 1] === ':') length -= 1;
  return written.slice(0, length);
}

/** The name in the label `<name>` at `at`; `undefined` when there is none. */
export function labelAt(text: string, at: number): string | undefined {
  label.lastIndex = at + 1;
  const written = label.exec(text)?.[0];
  return written !== undefined && text[at + 1 + written.length] === '>' ? written : undefined;
}

/** The identifier at `at`. */
export function nameAt(text: string, at: number): string | undefined {
  name.lastIndex = at;
  return name.exec(text)?.[0];
}
