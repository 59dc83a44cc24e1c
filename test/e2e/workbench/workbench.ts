import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { QuickPick } from './quickPick.ts';
import { PapersideTree } from './papersideTree.ts';

/** Where pictures of the window go. */
const pictures = path.join(repositoryRoot, 'out/e2e/workbench');

/** The VS Code window: what a person does in it, in the words of a person. */
export class Workbench {
  readonly page: Page;
  /** The opened folder on disk: a copy that the test owns. */
  readonly folder: string;
  readonly quickPick: QuickPick;
  readonly tree: PapersideTree;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
    this.quickPick = new QuickPick(page);
    this.tree = new PapersideTree(page);
  }

  /** Shows the Paperside container and waits for its first row. */
  async openPaperside(): Promise<PapersideTree> {
    await this.page.locator('.activitybar .action-item a[aria-label^="Paperside"]').click();
    await this.tree.rows.first().waitFor({ timeout: 30_000 });
    return this.tree;
  }

  /** Runs a command by its whole title, e.g. `Paperside: Search Papers`. Rejects when the palette does not offer it. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickPick.type(`>${title}`);
    await this.quickPick.choose(title);
  }

  /** Opens a file of the folder in an editor and gives it the keyboard. */
  async openFile(file: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.quickPick.type(file);
    await this.quickPick.choose(path.posix.basename(file));
    await this.editor.locator('.view-lines').first().waitFor();
  }

  /** The editor that has, or last had, the keyboard. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The text of the active editor as far as it is on screen, with ordinary spaces; wrapped lines are lines of their own. */
  async editorText(): Promise<string> {
    return this.#textOf(this.editor);
  }

  /** The text of all editors on screen with white space folded, so that wrapping does not matter. */
  async prose(): Promise<string> {
    return (await this.#textOf(this.page.locator('.editor-instance'))).replaceAll(/\s+/g, ' ');
  }

  async #textOf(editor: Locator): Promise<string> {
    const lines = await editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((line) => ({ top: Number.parseFloat(line.style.top), text: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The document inside the webview that holds an element of the selector; the reader's note by default. */
  async readerFrame(selector = 'h1'): Promise<Frame> {
    const until = Date.now() + 20_000;
    while (Date.now() < until) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame() || !frame.url().includes('fake.html')) continue;
        // A frame may be replaced while it is looked into.
        const found = await frame.$(selector).catch(() => null);
        if (found !== null) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No webview shows ${selector}.`);
  }

  /** Texts of the messages on screen. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Keeps a picture of the window as `out/e2e/workbench/<name>.png`; returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(pictures, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}
