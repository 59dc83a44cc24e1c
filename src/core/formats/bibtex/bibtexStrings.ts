import { monthStrings, type BibtexEntry, type BibtexString, type ValuePiece } from '../../bibliography/bibtexFile.ts';

/** Longer values are not put together: twenty strings that double each other would fill the memory. */
const maxValue = 1024 * 1024;
/** So much text may come from strings in one file: a long one used in every entry would grow with the square of the file. */
const maxTotal = 16 * 1024 * 1024;

/** Puts values together of `@string`s. A name that is not defined, or grows too long, stays as it is written. */
export class BibtexStrings {
  readonly #values = new Map<string, string>();
  /** Names that are not defined. */
  readonly unresolved = new Set<string>();
  /** Names that make a value too long. */
  readonly tooLong = new Set<string>();
  #left = maxTotal;

  constructor(strings: readonly BibtexString[]) {
    for (const { name, pieces } of strings) this.#values.set(name, this.#join(pieces));
  }

  /** The value of a field; `''` when the entry has none. */
  valueOf(entry: BibtexEntry, field: string): string {
    const pieces = entry.pieces.get(field);
    return pieces === undefined ? (entry.fields.get(field) ?? '') : this.#join(pieces);
  }

  #join(pieces: readonly ValuePiece[]): string {
    const texts = pieces.map(({ text, bare }) => (bare ? this.#resolve(text) : text));
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length <= maxValue && length <= this.#left) {
      this.#left -= length;
      return texts.join('');
    }
    for (const { text, bare } of pieces) if (bare) this.tooLong.add(text);
    return pieces
      .map(({ text }) => text)
      .join('')
      .slice(0, maxValue);
  }

  #resolve(name: string): string {
    const folded = name.toLowerCase();
    const value = this.#values.get(folded);
    if (value === undefined && !monthStrings.includes(folded)) this.unresolved.add(name);
    return value ?? name;
  }
}
