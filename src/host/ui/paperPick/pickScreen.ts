import type * as vscode from 'vscode';
import { DrawnLists } from '../../../core/picking/drawnLists.ts';
import { said } from '../../../core/text/plainText.ts';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import { setTexts, type QuickPick } from '../inputs.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import { helpItems } from './pickHelp.ts';
import { pickList } from './pickList.ts';
import { isPaper, separator, type PickRow } from './pickRows.ts';
import type { Found } from './pickSearch.ts';
import type { TickedPapers } from './tickedPapers.ts';

/** Answers that take longer show that they do. */
const busyMilliseconds = 150;

/** What the pick shows, but for what is typed, and what VS Code says of it. Help answers the question `undefined`. */
export class PickScreen implements vscode.Disposable {
  readonly #pick: QuickPick<PickRow>;
  readonly #options: ChooseOptions;
  readonly #ticked: TickedPapers;
  readonly #lists = new DrawnLists<PickRow>(() => separator(''));
  readonly #subscription: vscode.Disposable;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(pick: QuickPick<PickRow>, options: ChooseOptions, ticked: TickedPapers) {
    this.#pick = pick;
    this.#options = options;
    this.#ticked = ticked;
    this.#subscription = pick.onDidChangeActive((rows) => this.#lists.activeIs(rows));
  }

  /** An answer is on its way. */
  wait(): void {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => (this.#pick.busy = true), busyMilliseconds);
  }

  showHelp(): void {
    clearTimeout(this.#slow);
    const rows = helpItems();
    setTexts(this.#pick, { title: said`${this.#options.title}: What Can Be Asked` });
    this.#pick.busy = false;
    this.#pick.canSelectMany = false;
    this.#pick.items = this.#lists.hand({ question: undefined, rows, ticked: [], active: rows[0] });
  }

  /** The same question again leaves the cursor on its paper. */
  show(found: Found, facts: WriterFacts): void {
    clearTimeout(this.#slow);
    const pick = this.#pick;
    const { title, many } = this.#options;
    const isSame = this.answers(found.value);
    const before = isSame ? this.activeFor(found.value) : undefined;
    const { rows, papers } = pickList(found, this.#ticked, facts);
    const isIndexing = found.state === 'indexing';
    setTexts(pick, { title: isIndexing ? said`${title} (indexing…)` : said`${title}` });
    pick.busy = isIndexing;
    pick.keepScrollPosition = isSame;
    // A row that only says something has no box to tick.
    pick.canSelectMany = many && rows.some(isPaper);
    const ticked = this.#ticked.items;
    const place = rows.find((row) => isPaper(row) && before !== undefined && isSamePaper(row, before)) ?? papers[0];
    // The blank items are headings without a text and without rows: VS Code draws none of them.
    pick.items = this.#lists.hand({ question: found.value, rows, ticked, active: place });
    if (ticked.length > 0) pick.selectedItems = ticked;
    if (place !== undefined) pick.activeItems = [place];
  }

  /** Whether the rows, on screen or on their way there, are for this question. */
  answers(question: string | undefined): boolean {
    return this.#lists.answers(question);
  }

  /** What Enter means. */
  activeFor(question: string | undefined): PickRow | undefined {
    return this.#lists.activeFor(question);
  }

  /** The row on screen, when VS Code speaks of a row. */
  meant(row: PickRow): PickRow | undefined {
    return this.#lists.meant(row);
  }

  /** VS Code says what is ticked. `true`: a list on its way has overtaken a tick, and is to be drawn again. */
  tick(items: readonly PickRow[]): boolean {
    const told = this.#pick.canSelectMany ? this.#lists.ticked(items) : undefined;
    if (told !== undefined) this.#ticked.set(told.rows.filter(isPaper));
    return told?.isLast === false;
  }

  dispose(): void {
    clearTimeout(this.#slow);
    this.#subscription.dispose();
  }
}

function isSamePaper(row: PickRow, other: PickRow): boolean {
  return isPaper(row) && isPaper(other) && row.key === other.key;
}
