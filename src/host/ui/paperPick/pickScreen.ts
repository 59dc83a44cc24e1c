import type * as vscode from 'vscode';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import { helpItems } from './pickHelp.ts';
import { pickList } from './pickList.ts';
import { isPaper, type PickRow } from './pickRows.ts';
import type { Found } from './pickSearch.ts';
import type { TickedPapers } from './tickedPapers.ts';

/** Answers that take longer show that they do. */
const busyMilliseconds = 150;

/** What the pick shows, but for what is typed. */
export class PickScreen implements vscode.Disposable {
  readonly #pick: vscode.QuickPick<PickRow>;
  readonly #options: ChooseOptions;
  readonly #ticked: TickedPapers;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(pick: vscode.QuickPick<PickRow>, options: ChooseOptions, ticked: TickedPapers) {
    this.#pick = pick;
    this.#options = options;
    this.#ticked = ticked;
  }

  /** An answer is on its way. */
  wait(): void {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => (this.#pick.busy = true), busyMilliseconds);
  }

  showHelp(): void {
    clearTimeout(this.#slow);
    this.#pick.title = `${this.#options.title}: What Can Be Asked`;
    this.#pick.busy = false;
    this.#pick.canSelectMany = false;
    this.#pick.items = helpItems();
  }

  /** `keepsPlace`: the same question again, so that the cursor stays on its paper. */
  show(found: Found, facts: WriterFacts, keepsPlace: boolean): void {
    clearTimeout(this.#slow);
    const pick = this.#pick;
    const { title, many } = this.#options;
    const active = new Set(keepsPlace ? pick.activeItems.filter(isPaper).map(({ key }) => key) : []);
    const { rows, papers } = pickList(found, this.#ticked, facts);
    const isIndexing = found.state === 'indexing';
    pick.title = isIndexing ? `${title} (indexing…)` : title;
    pick.busy = isIndexing;
    pick.keepScrollPosition = keepsPlace;
    // A row that only says something has no box to tick.
    pick.canSelectMany = many && rows.some(isPaper);
    pick.items = rows;
    if (this.#ticked.items.length > 0) pick.selectedItems = this.#ticked.items;
    this.#ticked.drawn();
    const place = rows.filter(isPaper).find(({ key }) => active.has(key)) ?? papers[0];
    if (place !== undefined) pick.activeItems = [place];
  }

  dispose(): void {
    clearTimeout(this.#slow);
  }
}
