import { isPlainText, tokenize } from './tokenizer.ts';

/** Words that stand together, to be found in texts: function words count, signs and white space between them do not. */
export class TextPhrase {
  readonly #terms: readonly string[];
  readonly #open: boolean;
  /** For plain texts, which need not be cut then; only where the terms are nothing but letters and digits. */
  readonly #pattern: RegExp | undefined;

  /** Terms as `tokenize` gives them; the last one may go on when `open`. */
  constructor(terms: readonly string[], open: boolean) {
    this.#terms = terms;
    this.#open = open;
    const isPlain = terms.every((term) => /^[a-z0-9]+$/.test(term));
    const end = open ? '' : '(?![a-z0-9])';
    this.#pattern = isPlain ? new RegExp(`(?<![a-z0-9])${terms.join('[^a-z0-9]+')}${end}`, 'i') : undefined;
  }

  isIn(text: string): boolean {
    if (this.#pattern !== undefined && isPlainText(text)) return this.#pattern.test(text);
    const tokens = tokenize(text);
    return tokens.some((_, at) => this.#standsAt(tokens, at));
  }

  #standsAt(tokens: readonly string[], at: number): boolean {
    const last = this.#terms.length - 1;
    return this.#terms.every((term, index) => {
      const token = tokens[at + index];
      return token === term || (this.#open && index === last && token?.startsWith(term) === true);
    });
  }
}
