const suffix =
  /(?:fulness|lessness|iveness|ousness|ization|ational|ation|ingly|edly|ment|ness|ance|ence|able|ible|ally|ing|ity|ion|ive|ous|ful|ism|ist|al|ic|ed|er|or|ly|y|e)$/;

/**
 * A rough stem of a folded word, to see that "refusal" and "refuse", "harmfulness" and "harmful" speak of one thing in a
 * small library. Used to count, never to show or to group.
 */
function wordStem(word: string): string {
  if (word.length < 6) return word;
  const stem = word.replace(suffix, '');
  return stem.length >= 4 ? stem : word;
}

/** Stems of words met lately: each name is looked up in every theme. Never changes a result. */
const known = new Map<string, string>();
const mostKnown = 20_000;

/** As `wordStem`, remembered. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const stem = wordStem(word);
  known.set(word, stem);
  return stem;
}

/**
 * Whether a reader sees one word in two folded ones: `harm` and `harmful`, `sensor` and `sensing`, a compound and its last
 * part (`multilabel` and `label`).
 */
export function isSameWord(one: string, other: string): boolean {
  const [a, b] = [stemOf(one), stemOf(other)];
  if (a.startsWith(b.slice(0, 5)) || b.startsWith(a.slice(0, 5))) return true;
  return endsIn(one, other) || endsIn(other, one);
}

function endsIn(compound: string, part: string): boolean {
  return part.length > 4 && compound.endsWith(part);
}
