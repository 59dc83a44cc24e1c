/** Phrases by their words: what may follow a word, and then the next one. */
export interface PhraseTree {
  readonly next: Map<string, PhraseTree>;
  /** The phrase that ends here, its words joined by spaces. */
  phrase: string | undefined;
}

/** A tree without phrases. */
export function newPhraseTree(): PhraseTree {
  return { next: new Map(), phrase: undefined };
}

/** Adds phrases, each with its words, to a tree; those of one word are found without it. */
export function addPhrases(
  tree: PhraseTree,
  phrases: Iterable<{ readonly phrase: string; readonly words: readonly string[] }>,
): void {
  for (const { phrase, words } of phrases) {
    if (words.length < 2) continue;
    let at = tree;
    for (const word of words) {
      const next = at.next.get(word) ?? newPhraseTree();
      at.next.set(word, next);
      at = next;
    }
    at.phrase = phrase;
  }
}
