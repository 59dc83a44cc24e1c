/** Phrases by their words: what may follow a word, and then the next one. */
export interface PhraseTree {
  readonly next: Map<string, PhraseTree>;
  /** The phrase that ends here, its words joined by spaces. */
  phrase: string | undefined;
}

/** The tree of some phrases, each with its words. */
export function phraseTreeOf(
  phrases: Iterable<{ readonly phrase: string; readonly words: readonly string[] }>,
): PhraseTree {
  const tree: PhraseTree = { next: new Map(), phrase: undefined };
  for (const { phrase, words } of phrases) {
    let at = tree;
    for (const word of words) {
      const next = at.next.get(word) ?? { next: new Map(), phrase: undefined };
      at.next.set(word, next);
      at = next;
    }
    at.phrase = phrase;
  }
  return tree;
}
