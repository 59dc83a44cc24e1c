/** What ends in a full stop and mostly goes on: also the initial of a name. */
const abbreviation = /(?:^|[\s([])(?:(?:e\.g|i\.e|cf|vs|al|Fig|Eq|Sec|No|resp|pp?|ch|vol|ca|Dr|St|Mr|Ms)\.|\p{Lu}\.)$/u;

/** Offsets after each sentence: a full stop, question or exclamation mark before a space and no small letter. Linear. */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?]["')\]\u201D\u2019]?\s+(?=[^\p{Ll}\s])|[\u3002\uFF01\uFF1F]|\n\s*\n/gu)) {
    const before = text.slice(Math.max(0, match.index - 5), match.index + 1);
    if (!abbreviation.test(before)) ends.push(match.index + match[0].length);
  }
  return [...ends, text.length];
}
