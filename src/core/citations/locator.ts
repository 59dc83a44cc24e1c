import { LocatorReader } from './locatorReader.ts';

/** Where in a work: `chapter`, `3-4`. */
export interface Locator {
  /** CSL's name of what is counted. */
  readonly label: string;
  /** As written, without what is counted. */
  readonly text: string;
}

/** What stands after a key, taken apart. */
export interface ReadSuffix {
  readonly locator: Locator | undefined;
  /** What follows the locator, with the white space before it. */
  readonly rest: string;
}

/** White space, words (a colon belongs to them: `3:15`) and punctuation marks. */
const tokens = /\s+|(?::|[^\s\p{P}])+|\p{P}/gu;

/**
 * Takes the locator from a suffix as Pandoc does: `, p. 3 and more`, `{ch. 4}`, `33-35`; a number by itself counts pages.
 * `terms` says how what is counted is written in the language of the text (`p.`, in lower case), with CSL's name of it.
 */
export function readLocator(suffix: string, terms: ReadonlyMap<string, string>): ReadSuffix {
  const words = (suffix.match(tokens) ?? []).map((token) => (token.trim() === '' ? ' ' : token));
  const reader = new LocatorReader(words, terms);
  const found = reader.read();
  if (found === undefined) return { locator: undefined, rest: suffix };
  const text = found.text.trim();
  const locator = text === '' ? undefined : { label: found.label, text };
  return { locator, rest: words.slice(found.end).join('') };
}
