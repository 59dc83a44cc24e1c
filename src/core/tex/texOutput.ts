import { texAccents } from './texAccents.ts';

const base = /^[\p{L}\p{N}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const dotless: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ȷ', 'j'],
]);
/** Accents that one letter may have; more is an attack. */
const maxMarks = 4;

/** The text that a TeX value becomes, piece by piece. */
export class TexOutput {
  readonly #pieces: string[] = [];
  /** Accents that wait for their letter, the outermost first. */
  #marks: string[] = [];
  /** The piece that becomes `‘` when its `’` comes. */
  #quote: number | undefined;
  #inScript = false;

  get isWaiting(): boolean {
    return this.#marks.length > 0;
  }

  text(): string {
    this.settle();
    return this.#pieces.join('');
  }

  /** Puts an accent on the letter that will be written next. */
  accent(command: string): void {
    if (this.#marks.length < maxMarks) this.#marks.push(command);
  }

  write(text: string): void {
    if (this.#marks.length === 0) {
      this.#pieces.push(text);
      return;
    }
    if (!base.test(text)) {
      this.settle();
      this.#pieces.push(text);
      return;
    }
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
    const letter = dotless.get(first) ?? first;
    // A dot over a dotless i is an i.
    const marks = letter === first ? this.#marks : this.#marks.filter((command) => command !== '.');
    const accents = marks.map((command) => texAccents.get(command)?.mark ?? '').toReversed();
    this.#marks = [];
    this.#pieces.push(letter + accents.join('') + text.slice(first.length));
  }

  /** Accents that found no letter stand alone: `\~{}` is `~`. */
  settle(): void {
    if (this.#marks.length === 0) return;
    const alone = this.#marks.map((command) => texAccents.get(command)?.alone ?? '').join('');
    this.#marks = [];
    this.#pieces.push(alone);
  }

  /**
   * Writes a run of `` ` `` or of `'`. Two are a double quote. A single `'` closes an open `` ` `` unless a letter or
   * digit comes next (`next`), and is an apostrophe else; a `` ` `` inside or behind a word (`before`) opens nothing.
   */
  quotes(run: string, before: string, next: string): void {
    if (run.startsWith('`')) {
      this.#open(run, before);
      return;
    }
    let left = run.length;
    const closes = this.#quote !== undefined && !wordCharacter.test(next);
    if (closes && left % 2 === 1) {
      if (this.#quote !== undefined) this.#pieces[this.#quote] = '‘';
      this.#quote = undefined;
      this.write('’');
      left -= 1;
    }
    this.write('”'.repeat(left >> 1) + (left % 2 === 1 ? "'" : ''));
  }

  #open(run: string, before: string): void {
    const last = this.#pieces.at(-1) ?? '';
    // The old ligatures of Spanish.
    if (run === '`' && (before === '?' || before === '!') && last.endsWith(before)) {
      this.#pieces[this.#pieces.length - 1] = last.slice(0, -1);
      this.write(before === '?' ? '¿' : '¡');
      return;
    }
    this.write('“'.repeat(run.length >> 1));
    if (run.length % 2 === 0) return;
    this.settle();
    this.#quote = wordCharacter.test(before) ? undefined : this.#pieces.length;
    this.#pieces.push('`');
  }

  /**
   * From here on text is raised or lowered; the answer ends that. Characters are replaced when all of the text can be,
   * and left as they are else. Not nested: the outer one counts.
   */
  script(characters: ReadonlyMap<string, string>): () => void {
    if (this.#inScript) return () => undefined;
    const start = this.#pieces.length;
    this.#inScript = true;
    return () => {
      this.#inScript = false;
      this.settle();
      const text = this.#pieces.slice(start).join('');
      const replaced = Array.from(text, (character) => characters.get(character));
      this.#pieces.length = start;
      this.#pieces.push(replaced.includes(undefined) ? text : replaced.join(''));
      if (this.#quote !== undefined && this.#quote >= start) this.#quote = undefined;
    };
  }
}
