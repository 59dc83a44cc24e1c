import type { Frame, Locator, Page } from 'playwright-core';

declare global {
  interface ShadowRoot {
    /** Chromium's own. */
    getSelection(): Selection | null;
  }
}

/** The editor of the note in a reader: what one sees and does in it. */
export class NoteBox {
  readonly content: Locator;
  readonly #frame: Page | Frame;

  constructor(frame: Page | Frame) {
    this.#frame = frame;
    this.content = frame.locator('.cm-content');
  }

  /** Its text as far as it is on screen, lines joined. Waits for the editor, which comes after the paper. */
  async text(): Promise<string> {
    await this.content.waitFor();
    const lines = await this.#frame
      .locator('.cm-line')
      .evaluateAll((all) =>
        all.map((line) => (line.querySelector('.cm-placeholder') === null ? line.textContent : '')),
      );
    return lines.join('\n');
  }

  /** Puts the caret into it. */
  async click(): Promise<void> {
    await this.content.click();
  }

  async hasFocus(): Promise<boolean> {
    return this.content.evaluate((node) => {
      const root = node.getRootNode();
      return document.hasFocus() && root instanceof ShadowRoot && root.activeElement === node;
    });
  }

  /** Where the selection begins and ends, in characters; the text must be on screen. */
  async selection(): Promise<readonly [number, number]> {
    return this.content.evaluate((node) => {
      const root = node.getRootNode();
      const range = root instanceof ShadowRoot ? root.getSelection()?.getRangeAt(0) : undefined;
      if (range === undefined) return [-1, -1] as const;
      const lines = [...node.querySelectorAll('.cm-line')];
      const place = (at: Node, offset: number): number => {
        const line = lines.findIndex((one) => one.contains(at));
        const before = lines.slice(0, line).reduce((sum, one) => sum + one.textContent.length + 1, 0);
        const part = document.createRange();
        part.setStart(lines[line] ?? node, 0);
        part.setEnd(at, offset);
        return before + part.toString().length;
      };
      return [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)] as const;
    });
  }
}
