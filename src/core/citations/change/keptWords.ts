import type { WrittenItem } from '../citationWriter.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words and numbers before and after these works, in their order; signs and markup are none. */
export function wordsOf(items: readonly WrittenItem[]): readonly string[] {
  return items.flatMap(({ prefix, suffix }) => [...(prefix.match(word) ?? []), ...(suffix.match(word) ?? [])]);
}

/** Whether a text still says each of the words, as often as they are there. */
export function keepsWords(text: string, items: readonly WrittenItem[]): boolean {
  const there = new Map<string, number>();
  for (const one of text.match(word) ?? []) there.set(one, (there.get(one) ?? 0) + 1);
  return wordsOf(items).every((one) => {
    const left = there.get(one) ?? 0;
    there.set(one, left - 1);
    return left > 0;
  });
}
