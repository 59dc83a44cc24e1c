import type { PaperItem } from './pickRows.ts';

/** VS Code tells of a selection that we set ourselves within this time. */
const echoMilliseconds = 500;

/** The papers that are ticked. They stay, whatever is typed. */
export class TickedPapers {
  readonly #items = new Map<string, PaperItem>();
  /** What was ticked when the list was last drawn, and when. */
  #drawn: { readonly keys: ReadonlySet<string>; readonly at: number } = { keys: new Set(), at: 0 };

  get items(): readonly PaperItem[] {
    return [...this.#items.values()];
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  /** The list was drawn with these ticks. */
  drawn(): void {
    this.#drawn = { keys: new Set(this.#items.keys()), at: Date.now() };
  }

  /** Takes what VS Code says is ticked. `false`: a list on its way has overtaken a tick, and is to be drawn again. */
  take(items: readonly PaperItem[]): boolean {
    if (this.#isEcho(items) && this.#items.size > items.length) return false;
    this.#items.clear();
    for (const item of items) this.#items.set(item.key, item);
    return true;
  }

  /** The selection that we set with the last list, coming back. */
  #isEcho(items: readonly PaperItem[]): boolean {
    const { keys, at } = this.#drawn;
    const same = items.length === keys.size && items.every(({ key }) => keys.has(key));
    return same && Date.now() - at < echoMilliseconds;
  }
}
