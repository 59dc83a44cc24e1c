import type { Locator, Page } from 'playwright-core';

/** The tree of themes and papers. */
export class PapersideTree {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The rows on screen: themes (level 1) and papers (level 2). */
  get rows(): Locator {
    return this.#page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row');
  }

  get themes(): Locator {
    return this.#page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row[aria-level="1"]');
  }

  /** Names of themes or paper files as they stand, without what is beside them. */
  themeNames(): Promise<string[]> {
    return this.themes.locator('.label-name').allInnerTexts();
  }

  get papers(): Locator {
    return this.#page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row[aria-level="2"]');
  }

  /** The theme, paper file or other group of this name. */
  theme(name: string): Locator {
    return this.themes.filter({ has: this.#page.locator('.label-name').getByText(name, { exact: true }) }).first();
  }

  /** The row whose label holds a text. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** Opens a theme unless it is open, and waits for its papers. */
  async expand(theme: Locator): Promise<void> {
    if ((await theme.getAttribute('aria-expanded')) !== 'true') await theme.locator('.monaco-tl-twistie').click();
    await this.papers.first().waitFor();
  }
}
