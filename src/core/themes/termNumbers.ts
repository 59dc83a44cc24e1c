import { grown } from './grown.ts';
import { currentLexicon, type Lexicon } from './lexicon.ts';

/** Numbers for the terms of some papers, from 0 in the order in which the papers have them. */
export class TermNumbers {
  /** The folded words by number. */
  readonly words: string[] = [];
  /** The same the other way round; not there before the lexicon is another one, for until then that knows. */
  #numbers: Map<string, number> | undefined;
  #lexicon = currentLexicon();
  /** By term of the lexicon one more than its number; 0: not looked up yet. */
  #known = new Uint32Array(2 ** 12);

  /** The lexicon to read the next paper with. */
  lexicon(): Lexicon {
    const lexicon = currentLexicon();
    if (lexicon !== this.#lexicon) {
      this.#lexicon = lexicon;
      this.#numbers ??= new Map(this.words.map((word, number) => [word, number]));
      this.#known.fill(0);
    }
    return lexicon;
  }

  /** The number of a term of that lexicon. */
  of(term: number): number {
    const known = this.#known[term] ?? 0;
    if (known > 0) return known - 1;
    const word = this.#lexicon.termOf(term);
    const number = this.#numbers?.get(word) ?? this.words.push(word) - 1;
    this.#numbers?.set(word, number);
    this.#known = grown(this.#known, term + 1);
    this.#known[term] = number + 1;
    return number;
  }
}
