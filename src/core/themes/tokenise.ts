import { currentLexicon } from './lexicon.ts';
import { TextWords } from './textWords.ts';
import type { Token } from './form.ts';

const words = new TextWords();

/** The words of a text in order: those with a letter, cut at 20,000 characters of text. Linear. */
export function tokensOf(text: string): readonly Token[] {
  const lexicon = currentLexicon();
  words.read(text, lexicon);
  const tokens: Token[] = [];
  for (let at = 0; at < words.count; at += 1) {
    const token = lexicon.tokenOf(words.forms[at] ?? 0, words.joined[at] ?? 0);
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}
