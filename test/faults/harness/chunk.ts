import { randomUUID } from 'node:crypto';

/** More than a page of memory: a write that stops early cannot go unseen. */
const usualLength = 6000;

let count = 0;

/**
 * A piece of text that stands nowhere else, on one line, and whose every part can be told from others of its kind: it is found as a
 * whole, or it is lost.
 */
export function chunk(length = usualLength): string {
  count += 1;
  const name = `${count}x${randomUUID().slice(0, 8)}`;
  let text = `<${name} begins`;
  for (let part = 1; text.length < length; part += 1) text += ` ${name.slice(-4)}p${part}`;
  return `${text} ${name} ends> `;
}

/** What a chunk begins with, which tells it from all others. */
export function nameOfChunk(text: string): string {
  return text.slice(0, text.indexOf(' '));
}
