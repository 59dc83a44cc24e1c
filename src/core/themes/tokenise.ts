import type { Form } from './form.ts';
import { currentLexicon } from './lexicon.ts';
import { TextWords } from './textWords.ts';

/** A word as it stands in a text. */
export interface Token extends Form {
  /** Whether only white space stands between the word before and this one. */
  readonly joined: boolean;
}

const words = new TextWords();

/** The words of a text in order: those with a letter, cut at 20,000 characters of text. Linear. */
export function tokensOf(text: string): readonly Token[] {
  const lexicon = currentLexicon();
  words.read(text, lexicon);
  const tokens: Token[] = [];
  for (let at = 0; at < words.count; at += 1) {
    const form = lexicon.formOf(words.forms[at] ?? 0);
    if (form === undefined) continue;
    const { term, surface, parts } = form;
    tokens.push({ term, surface, parts, joined: words.joined[at] === 1 });
  }
  return tokens;
}
