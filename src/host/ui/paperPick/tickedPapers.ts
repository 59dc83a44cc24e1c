import type { PaperItem } from './pickRows.ts';

/** The papers that are ticked. They stay, whatever is typed. */
export class TickedPapers {
  readonly #items = new Map<string, PaperItem>();

  get items(): readonly PaperItem[] {
    return [...this.#items.values()];
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  /** These are ticked, and no others. */
  set(items: readonly PaperItem[]): void {
    this.#items.clear();
    for (const item of items) this.#items.set(item.key, item);
  }
}
