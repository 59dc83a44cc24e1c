import type { Frame, Page } from 'playwright-core';
import { until } from './until.ts';

/** What the page showed from one moment on. */
export interface Shown {
  /** What status line and alerts say of the note. */
  readonly words: string;
  /** How many pieces of text had been typed and seen by the page. */
  readonly typed: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

declare global {
  /** In the reader's page: grows with every change of what is said of the note. */
  var papersideShown: Shown[] | undefined;
  /** Each piece of text that was typed, and when, in milliseconds since 1970. */
  var papersideTyped: { readonly piece: string; readonly at: number }[];
}

/** The editor of the note, whatever it is made of. */
const editor = '#note, [role="textbox"][aria-label="My notes"]';

/** What is said of the note to be seen, at once; what is said to be heard comes later. */
const sayings = '.notes .status, [role="alert"]';

/** Words that promise that what stands in the editor outlives the program. */
const promise = /^(?:saved|kept as draft|conflict)\b/im;

/** Words that take a promise back: for a moment the old one may stand beside them. */
const denial = /^(?:not saved|kept in this page)/im;

/** The note in a reader: what a person does there and sees. */
export class NotePage {
  readonly #page: Page;
  readonly #title: string;
  #frame: Frame;

  private constructor(page: Page, title: string, frame: Frame) {
    this.#page = page;
    this.#title = title;
    this.#frame = frame;
  }

  /** The note that some webview of the window shows under a title; `undefined` while none does. */
  static async find(page: Page, title: string): Promise<NotePage | undefined> {
    for (const frame of page.frames()) {
      try {
        const heading = await frame.$('h1');
        if (heading === null || (await heading.innerText()).trim() !== title || (await frame.$(editor)) === null)
          continue;
        const note = new NotePage(page, title, frame);
        await note.#watch();
        return note;
      } catch {
        // The frame was replaced while it was looked into.
      }
    }
    return undefined;
  }

  /**
   * Types at the end of the note, as one input. A window that was just opened may take the keyboard away in between, or put another
   * page in the place of this, and then nobody was told of anything: it is typed again.
   */
  async type(text: string): Promise<void> {
    const end = text.trim().slice(-20);
    await until('the note to take what is typed', async () => {
      try {
        await this.focusEnd();
        await this.#page.keyboard.insertText(text);
        await until('it in the editor', () => this.holds(end), 2000);
        await this.#frame.evaluate((piece) => globalThis.papersideTyped.push({ piece, at: Date.now() }), text);
        return true;
      } catch {
        await this.#findAgain();
        return false;
      }
    });
  }

  /** After another page may have come into the place of this. */
  async #findAgain(): Promise<undefined> {
    const other = await NotePage.find(this.#page, this.#title);
    if (other !== undefined) this.#frame = other.#frame;
  }

  /** Whether the note as it is shown has this text, as far as it is near what is to be seen of it. */
  async holds(text: string): Promise<boolean> {
    const found = this.#frame.locator(editor).first();
    return found.evaluate(
      (one, wanted) => (one instanceof HTMLTextAreaElement ? one.value : one.textContent).includes(wanted),
      text,
    );
  }

  /** Puts the caret at the end of the note. */
  async focusEnd(): Promise<void> {
    await this.#frame.locator(editor).first().focus();
    await this.#page.keyboard.press('Control+End');
  }

  /** What is shown now. */
  async now(): Promise<Shown> {
    await this.#watch();
    return this.#frame.evaluate(() => {
      const last = globalThis.papersideShown?.at(-1);
      if (last === undefined) throw new Error('Nothing is watched.');
      return last;
    });
  }

  /** All that the whole reader says. */
  async everything(): Promise<string> {
    return this.#frame.evaluate(() => document.body.innerText);
  }

  /** The pieces typed into this very page that were ever called saved or kept, together with all before them. */
  async promised(): Promise<readonly string[]> {
    const { shown, typed } = await this.#frame.evaluate(() => ({
      shown: globalThis.papersideShown ?? [],
      typed: globalThis.papersideTyped.map(({ piece }) => piece),
    }));
    const promising = shown.filter(({ words }) => promise.test(words) && !denial.test(words));
    const count = Math.max(0, ...promising.map((one) => one.typed));
    return typed.slice(0, count);
  }

  /** Waits until the words about the note match. */
  async says(words: RegExp, milliseconds?: number): Promise<Shown> {
    let last = '';
    return until(
      () => `the words ${String(words)}, not "${last}"`,
      async () => {
        const shown = await this.now().catch(() => this.#findAgain());
        last = shown?.words ?? last;
        return shown !== undefined && words.test(shown.words) ? shown : undefined;
      },
      milliseconds,
    );
  }

  /** Has a note that is not saved tried again, where the page offers it. */
  async tryAgain(): Promise<void> {
    const button = this.#frame.getByRole('button', { name: 'Try again', exact: true });
    if (await button.isVisible()) await button.click({ timeout: 1000 }).catch(() => undefined);
  }

  /** Notes down what the page says, from now on. */
  async #watch(): Promise<void> {
    await this.#frame.evaluate((selector) => {
      if (globalThis.papersideShown !== undefined) return;
      const noted: Shown[] = [];
      globalThis.papersideShown = noted;
      globalThis.papersideTyped = [];
      const look = (): void => {
        const words = [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((one) => one.checkVisibility())
          .map((one) => one.innerText.trim())
          .filter((text) => text !== '')
          .join('\n');
        const at = Date.now();
        // What was typed a moment ago may not have reached the words yet: they are about the text before it.
        const typed = globalThis.papersideTyped.filter((one) => one.at < at - 100).length;
        const last = noted.at(-1);
        if (last?.words !== words || last.typed !== typed) noted.push({ words, typed, at });
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      setInterval(look, 25);
      look();
    }, sayings);
  }
}
