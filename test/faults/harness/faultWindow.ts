import type { BrowserContext, Page } from 'playwright-core';
import { fileKey, messagesKey, openingKey, recoverKey } from './faultyExtension.ts';
import { faultPapers } from './papers.ts';
import { NotePage } from './notePage.ts';
import { pause, until } from './until.ts';

/** A window of VS Code on the workspace, in a browser profile of its own. */
export class FaultWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  #ends = 0;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  /** Waits until the workbench stands. */
  async ready(): Promise<void> {
    this.#ends = 0;
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 120_000 });
  }

  /** Shows a paper of `faultPapers` and its note; waits for the host, which may just start. */
  async openNote(index: number): Promise<NotePage> {
    const { title } = faultPapers[index] ?? { title: '' };
    let pressed = 0;
    return until(`the note of ${title}`, async () => {
      const note = await NotePage.find(this.page, title);
      if (note === undefined && Date.now() - pressed > 1500) {
        pressed = Date.now();
        await this.page.keyboard.press(openingKey(index));
      }
      return note;
    });
  }

  /** Opens the note's file in a text editor and gives it the keyboard. */
  async openFile(index: number): Promise<void> {
    const lines = this.page.locator('.editor-instance .view-lines').first();
    let pressed = 0;
    await until('the text editor', async () => {
      if ((await lines.count()) > 0) return true;
      if (Date.now() - pressed > 1500) {
        pressed = Date.now();
        await this.page.keyboard.press(fileKey(index));
      }
      return false;
    });
  }

  /** Types at the end of the text editor's text, as one input. */
  async typeInFile(text: string): Promise<void> {
    await this.focusFile();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.insertText(text);
  }

  async focusFile(): Promise<void> {
    await this.page
      .locator('.editor-instance .monaco-editor')
      .first()
      .click({ position: { x: 200, y: 10 } });
  }

  /** The note that is open, without asking for it. */
  async note(index: number): Promise<NotePage> {
    const { title } = faultPapers[index] ?? { title: '' };
    return until(`the note of ${title}`, () => NotePage.find(this.page, title));
  }

  /** Closes all editors, readers among them: their pages and what they kept are gone. */
  async closeEditors(): Promise<void> {
    const { page } = this;
    // What nobody could save stands in an untitled editor, and VS Code asks.
    const refuse = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save", exact: true });
    let pressed = 0;
    await until('no editor', async () => {
      if (await refuse.isVisible()) await refuse.click({ timeout: 1000 }).catch(() => undefined);
      else if (Date.now() - pressed > 3000) {
        pressed = Date.now();
        // A list would take the keys.
        if (await page.locator('.quick-input-widget').isVisible()) await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+w');
      }
      return (await page.locator('.tabs-container .tab').count()) === 0;
    });
  }

  /** To be asked after each end of its host: whether VS Code starts another by itself, in this life of the page. */
  startsHosts(): boolean {
    this.#ends += 1;
    return this.#ends < 3;
  }

  /** Takes the draft that is offered, if one is offered now. `asks`: has drafts offered again, as when the offer was missed. */
  async restoreDraft(asks: boolean): Promise<void> {
    const { page } = this;
    const now = { timeout: 1000 };
    const list = page.locator('.quick-input-list .monaco-list-row').first();
    if (await list.isVisible()) return list.click(now).catch(() => undefined);
    for (const name of ['Restore', 'Choose…']) {
      const button = page.locator('.notification-list-item').getByRole('button', { name, exact: true }).first();
      if (!(await button.isVisible())) continue;
      await button.click(now).catch(() => undefined);
      // Every key would take it away before it is there.
      if (name === 'Choose…') await list.waitFor({ timeout: 5000 }).catch(() => undefined);
      return;
    }
    if (asks) {
      await page.keyboard.press(recoverKey);
      await pause(3000);
    }
    // Messages with a choice leave the screen after a while; they can be had back.
    else if (!(await page.locator('.notifications-center').isVisible())) await page.keyboard.press(messagesKey);
    await pause(100);
  }

  /** Loads the page anew, as a person does. */
  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'commit', timeout: 120_000 });
    await this.ready();
  }

  /** Leaves the page as a person does who closes its tab. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank');
    await pause(50);
  }

  /** Ends the browser's side at once, without a word to anybody. */
  async end(): Promise<void> {
    await this.context.close();
  }
}
