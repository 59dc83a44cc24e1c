import type { InlineText, Mark } from './inlineMark.ts';

/** Walks through the text of one entry. Marks are met once. */
export class EntryCursor {
  at = 0;
  readonly text: string;
  readonly #marks: readonly Mark[];
  #index = 0;

  constructor({ text, marks }: InlineText) {
    this.text = text;
    this.#marks = marks;
  }

  /** Takes what a sticky expression finds here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found ?? undefined;
  }

  /** The marks that begin here. */
  here(): readonly Mark[] {
    return this.from(this.at).filter(({ start }) => start === this.at);
  }

  /** The next marks, at most eight. */
  from(offset: number): readonly Mark[] {
    while ((this.#marks[this.#index]?.start ?? Infinity) < this.at) this.#index += 1;
    return this.#marks.slice(this.#index, this.#index + 8).filter(({ start }) => start >= offset);
  }

  textOf({ start, end }: Mark): string {
    return this.text.slice(start, end);
  }
}
