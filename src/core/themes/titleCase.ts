/** Small words inside a label. */
const small = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'via',
  'with',
]);

/**
 * Words as they stand in titles, for a label: first letters large, also after hyphens; words with a capital inside or a
 * digit (`LLMs`, `NeRF`, `GPT-4o`) stay as they are.
 */
export function titleCase(words: string): string {
  return words
    .split(' ')
    .map((word, at) => (at > 0 && small.has(word) ? word : compound(word)))
    .join(' ');
}

/** "text-to-image" as "Text-to-Image". */
function compound(word: string): string {
  const parts = word.split('-');
  return parts
    .map((part, at) =>
      at > 0 && at < parts.length - 1 && small.has(part.toLowerCase()) ? part.toLowerCase() : capitalised(part),
    )
    .join('-');
}

function capitalised(word: string): string {
  const [first = ''] = word;
  const rest = word.slice(first.length);
  return rest === rest.toLowerCase() ? first.toUpperCase() + rest : word;
}
