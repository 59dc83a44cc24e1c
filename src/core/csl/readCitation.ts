import type { FormattedCitation, FormattedReference } from './formatRequest.ts';
import { textOf } from './formattedText.ts';

/** How a citation reads where it stands, its author before it where that is a part of the sentence: `Stone (2019)`. */
export function readCitation({ author, text }: FormattedCitation): string {
  return [author, text]
    .map((part) => textOf(part).trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** The entry of a work that has one of these keys in a reference list, with its number or label; `undefined` where there is none. */
export function readReference(references: readonly FormattedReference[], keys: readonly string[]): string | undefined {
  const found = references.find((reference) => reference.keys.some((key) => keys.includes(key)));
  if (found === undefined) return undefined;
  return [found.label, found.text]
    .map((part) => textOf(part).trim())
    .filter((part) => part !== '')
    .join(' ');
}
