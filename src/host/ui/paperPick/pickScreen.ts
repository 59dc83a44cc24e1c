import * as vscode from 'vscode';
import { DrawnLists } from '../../../core/picking/drawnLists.ts';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import { helpItems } from './pickHelp.ts';
import { pickList } from './pickList.ts';
import { isPaper, type PickRow } from './pickRows.ts';
import type { Found } from './pickSearch.ts';
import type { TickedPapers } from './tickedPapers.ts';

/** Answers that take longer show that they do. */
const busyMilliseconds = 150;

/** What the pick shows, but for what is typed, and what VS Code says of it. Help answers the question `undefined`. */
export class PickScreen implements vscode.Disposable {
  readonly #pick: vscode.QuickPick<PickRow>;
  readonly #options: ChooseOptions;
  readonly #ticked: TickedPapers;
  readonly #lists = new DrawnLists<PickRow>();
  readonly #subscription: vscode.Disposable;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(pick: vscode.QuickPick<PickRow>, options: ChooseOptions, ticked: TickedPapers) {
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
    this.#pick.title = `${this.#options.title}: What Can Be Asked`;
    this.#pick.busy = false;
    this.#pick.canSelectMany = false;
    this.#pick.items = rows;
    this.#hand(undefined, rows, rows[0]);
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
    pick.title = isIndexing ? `${title} (indexing…)` : title;
    pick.busy = isIndexing;
    pick.keepScrollPosition = isSame;
    // A row that only says something has no box to tick.
    pick.canSelectMany = many && rows.some(isPaper);
    pick.items = rows;
    if (this.#ticked.items.length > 0) pick.selectedItems = this.#ticked.items;
    const place = rows.find((row) => isPaper(row) && before !== undefined && isSamePaper(row, before)) ?? papers[0];
    if (place !== undefined) pick.activeItems = [place];
    this.#hand(found.value, rows, place);
  }

  #hand(question: string | undefined, rows: readonly PickRow[], active: PickRow | undefined): void {
    void confirmWhenDrawn(this.#lists.hand({ question, rows, ticked: this.#ticked.items, active }));
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
  tick(rows: readonly PickRow[]): boolean {
    if (!this.#pick.canSelectMany) return false;
    if (!this.#lists.isShown) return this.#ticked.add(this.#lists.tickedMeanwhile(rows).filter(isPaper));
    this.#ticked.set(rows.filter(isPaper));
    return false;
  }

  dispose(): void {
    clearTimeout(this.#slow);
    this.#subscription.dispose();
  }
}

function isSamePaper(row: PickRow, other: PickRow): boolean {
  return isPaper(row) && isPaper(other) && row.key === other.key;
}

/** Confirms as soon as what VS Code says is about what it has been told so far. */
async function confirmWhenDrawn(confirm: () => void): Promise<void> {
  // VS Code sends what was set in a timer of its own, begun earlier. It answers in the order in which it is told.
  await new Promise((resolve) => setTimeout(resolve, 0));
  try {
    await vscode.commands.executeCommand('noop');
  } catch {
    // An answer, too: also without such a command it has come to it.
  }
  confirm();
}
