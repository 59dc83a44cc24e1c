import { shorten, singleLine } from '../../text/plainText.ts';

const maxLabel = 80;

/** A name for a theme as it is shown and written: one line, not too long; `''` where nothing is left. */
export function cleanLabel(text: string): string {
  return shorten(singleLine(text), maxLabel);
}

/** Equal for labels that people take for the same. */
export function foldLabel(label: string): string {
  return label.normalize('NFKC').toLowerCase();
}

/** The label, or one made of it that `taken` (folded) does not hold yet; the answer is added there. */
export function freeLabel(label: string, taken: Set<string>): string {
  let free = label;
  for (let number = 1; taken.has(foldLabel(free)); number += 1) {
    free = number === 1 ? `${label} (More)` : `${label} (${number})`;
  }
  taken.add(foldLabel(free));
  return free;
}
