const suffix =
  /(?:fulness|lessness|iveness|ousness|ization|ational|ation|ingly|edly|ment|ness|ance|ence|able|ible|ally|ing|ity|ion|ive|ous|ful|ism|ist|al|ic|ed|er|or|ly|y|e)$/;

/**
 * A rough stem of a folded word, to see that "refusal" and "refuse", "harmfulness" and "harmful" speak of one thing in a
 * small library. Used to count, never to show or to group.
 */
export function wordStem(word: string): string {
  if (word.length < 6) return word;
  const stem = word.replace(suffix, '');
  return stem.length >= 4 ? stem : word;
}
