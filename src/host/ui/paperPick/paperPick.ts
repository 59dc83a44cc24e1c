import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import { createPick } from './createPick.ts';
import { pickList } from './pickList.ts';
import { commandOf, helpItems, isPaper, withExample, type PickRow } from './pickRows.ts';
import { PickSearch, type Found } from './pickSearch.ts';
import { TickedPapers } from './tickedPapers.ts';

/** Answers that take longer show that they do. */
const busyMilliseconds = 150;

/** One quick pick over the library, from its opening to its end. */
export class PaperPick {
  readonly #services: Services;
  readonly #options: ChooseOptions;
  readonly #store = new DisposableStore();
  readonly #pick: vscode.QuickPick<PickRow>;
  readonly #search: PickSearch;
  readonly #ticked = new TickedPapers();
  /** The last answer, on screen unless help is. */
  #found: Found | undefined;
  /** The help button was pressed and nothing typed since. */
  #helpPressed = false;
  /** Enter came before the answer to what is typed. */
  #acceptNext = false;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #end: (keys: readonly string[] | undefined) => void = () => undefined;

  constructor(services: Services, options: ChooseOptions) {
    this.#services = services;
    this.#options = options;
    this.#pick = this.#store.add(createPick(options));
    this.#search = new PickSearch(services);
  }

  /** The keys of the papers that were chosen; `undefined` when the user leaves. */
  show(): Promise<readonly string[] | undefined> {
    const { library } = this.#services;
    const pick = this.#pick;
    this.#store.add(pick.onDidChangeValue(() => this.#typed()));
    this.#store.add(pick.onDidTriggerButton(() => this.#toggleHelp()));
    this.#store.add(pick.onDidTriggerItemButton(({ item, button }) => this.#press(item, button)));
    this.#store.add(pick.onDidChangeSelection((items) => this.#tick(items)));
    this.#store.add(pick.onDidAccept(() => this.#accept()));
    this.#store.add(pick.onDidHide(() => this.#close(undefined)));
    this.#store.add(library.onDidChange(() => this.#refresh()));
    this.#store.add(library.onDidChangeState(() => this.#refresh()));
    this.#store.add({ dispose: () => clearTimeout(this.#slow) });
    const chosen = new Promise<readonly string[] | undefined>((resolve) => (this.#end = resolve));
    this.#refresh();
    pick.show();
    return chosen;
  }

  get #isHelp(): boolean {
    // As in VS Code's own quick open.
    return this.#helpPressed || this.#pick.value.trim() === '?';
  }

  #typed(): void {
    this.#helpPressed = false;
    this.#acceptNext = false;
    this.#services.guard.background('search', () => this.#ask());
  }

  /** The library is another one: what it is to know comes first, the engine may be a new one. */
  #refresh(): void {
    this.#services.guard.background('search', async () => {
      await this.#services.writerFacts.tell();
      await this.#ask();
    });
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => (this.#pick.busy = true), busyMilliseconds);
    const found = await this.#search.ask(this.#pick.value);
    // Typed on meanwhile: that has its own answer on the way.
    if (found === undefined) return;
    clearTimeout(this.#slow);
    const isSame = found.value === this.#found?.value;
    this.#found = found;
    this.#draw(isSame);
    if (this.#acceptNext) this.#accept();
  }

  /** `keepsPlace`: the same question again, so that the cursor stays on its paper. */
  #draw(keepsPlace: boolean): void {
    if (this.#isHelp) this.#drawHelp();
    else if (this.#found !== undefined) this.#drawFound(this.#found, keepsPlace);
  }

  #drawHelp(): void {
    this.#pick.title = `${this.#options.title}: What Can Be Asked`;
    this.#pick.busy = false;
    this.#pick.canSelectMany = false;
    this.#pick.items = helpItems();
  }

  #drawFound(found: Found, keepsPlace: boolean): void {
    const pick = this.#pick;
    const active = new Set(keepsPlace ? pick.activeItems.filter(isPaper).map(({ key }) => key) : []);
    const { rows, papers } = pickList(found, this.#ticked, this.#services.writerFacts.current);
    const isIndexing = found.state === 'indexing';
    pick.title = isIndexing ? `${this.#options.title} (indexing…)` : this.#options.title;
    pick.busy = isIndexing;
    pick.keepScrollPosition = keepsPlace;
    // A row that only says something has no box to tick.
    pick.canSelectMany = this.#options.many && rows.some(isPaper);
    pick.items = rows;
    if (this.#ticked.items.length > 0) pick.selectedItems = this.#ticked.items;
    this.#ticked.drawn();
    const place = rows.filter(isPaper).find(({ key }) => active.has(key)) ?? papers[0];
    if (place !== undefined) pick.activeItems = [place];
  }

  #toggleHelp(): void {
    this.#helpPressed = !this.#isHelp;
    if (this.#pick.value.trim() === '?') this.#askFor('');
    else this.#draw(false);
  }

  #askFor(value: string): void {
    this.#pick.value = value;
    this.#typed();
  }

  #tick(items: readonly PickRow[]): void {
    if (this.#pick.canSelectMany && !this.#ticked.take(items.filter(isPaper))) this.#draw(true);
  }

  #accept(): void {
    const [active] = this.#pick.activeItems;
    if (this.#isHelp) {
      if (active !== undefined && 'example' in active) this.#askFor(withExample(this.#pick.value, active.example));
      return;
    }
    const ticked = this.#ticked.items;
    // Until the answer is there, the rows on screen are for what was typed before.
    this.#acceptNext = ticked.length === 0 && this.#found?.value !== this.#pick.value;
    if (this.#acceptNext) return;
    const chosen = ticked.length > 0 ? ticked : this.#pick.activeItems.filter(isPaper);
    if (chosen.length > 0) this.#close(chosen.map(({ key }) => key));
  }

  #close(keys: readonly string[] | undefined): void {
    this.#end(keys);
    this.#store.dispose();
  }

  #press(item: PickRow, button: vscode.QuickInputButton): void {
    const command = commandOf(button);
    if (command === undefined || !isPaper(item)) return;
    if (command !== commandIds.copyKey) this.#close(undefined);
    void vscode.commands.executeCommand(command, { key: item.key, keys: [item.key] });
  }
}
