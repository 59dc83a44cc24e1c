import { listOf } from './jsonValues.ts';

/** More places than any abstract has words. */
const maxWords = 20_000;

/** OpenAlex gives abstracts as words with their places: the text, places that no word has left out. Linear but for a sort. */
export function invertedAbstract(index: unknown): string {
  if (typeof index !== 'object' || index === null) return '';
  const words: (readonly [place: number, word: string])[] = [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(index);
  for (const [word, places] of entries) {
    for (const place of listOf(places)) {
      if (words.length >= maxWords) break;
      if (typeof place === 'number') words.push([place, word]);
    }
  }
  return words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
}
