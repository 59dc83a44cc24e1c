import type { Locator, Page } from 'playwright-core';

/** The list with a text field at the top of the window. */
export class QuickPick {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get input(): Locator {
    return this.#page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }

  /** Its rows, best first. */
  get rows(): Locator {
    return this.#page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row');
  }

  /** Replaces what stands in the text field, as soon as there is one. */
  async type(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
  }

  /** The labels of the rows on screen, in their order. */
  async labels(): Promise<readonly string[]> {
    return this.rows.locator('.quick-input-list-rows > .quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  /** What its title bar says. */
  async title(): Promise<string> {
    return this.#page.locator('.quick-input-titlebar .quick-input-title').innerText();
  }

  /** What stands behind the labels. */
  async descriptions(): Promise<readonly string[]> {
    return this.rows
      .locator('.quick-input-list-rows > .quick-input-list-row:first-child .label-description')
      .allInnerTexts();
  }

  /** Presses a button of the title bar, by the words it shows when pointed at. */
  async pressTitleButton(button: string): Promise<void> {
    await this.#page.locator(`.quick-input-titlebar .action-label[aria-label="${button}"]`).click();
  }

  /** Clicks the row of a label. */
  async choose(label: string): Promise<void> {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    await this.rows.filter({ has: name }).first().click();
  }

  /** Clicks a button of the first row, by the words it shows when pointed at. */
  async press(button: string): Promise<void> {
    const first = this.rows.first();
    await first.hover();
    await first.locator(`.action-label[aria-label="${button}"]`).click();
  }
}
