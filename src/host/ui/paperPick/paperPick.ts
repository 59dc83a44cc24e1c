import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import type { QuickPick } from '../inputs.ts';
import { createPick } from './createPick.ts';
import { PickHelp, withExample } from './pickHelp.ts';
import { commandOf, isPaper, type PickRow } from './pickRows.ts';
import { PickScreen } from './pickScreen.ts';
import { PickSearch, type Found } from './pickSearch.ts';
import { TickedPapers } from './tickedPapers.ts';

/** One quick pick over the library, from its opening to its end. */
export class PaperPick {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #pick: QuickPick<PickRow>;
  readonly #search: PickSearch;
  readonly #help = new PickHelp();
  readonly #ticked = new TickedPapers();
  readonly #screen: PickScreen;
  /** The last answer that was shown. */
  #found: Found | undefined;
  /** Enter came before the answer to what is typed. */
  #acceptNext = false;
  #isClosed = false;
  #end: (keys: readonly string[] | undefined) => void = () => undefined;

  constructor(services: Services, options: ChooseOptions) {
    this.#services = services;
    this.#pick = this.#store.add(createPick(options));
    this.#search = new PickSearch(services);
    this.#screen = this.#store.add(new PickScreen(this.#pick, options, this.#ticked));
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
    const chosen = new Promise<readonly string[] | undefined>((resolve) => (this.#end = resolve));
    this.#refresh();
    pick.show();
    return chosen;
  }

  get #isHelp(): boolean {
    return this.#help.isShown(this.#pick.value);
  }

  #typed(): void {
    this.#help.typed();
    this.#acceptNext = false;
    if (this.#isHelp) this.#showHelp();
    else this.#services.guard.background('search', () => this.#ask());
  }

  #showHelp(): void {
    this.#search.withdraw();
    this.#screen.showHelp();
  }

  /** The library is another one: what it is to know comes first, the engine may be a new one. */
  #refresh(): void {
    this.#services.guard.background('search', async () => {
      await this.#services.writerFacts.tell();
      if (!this.#isClosed && !this.#isHelp) await this.#ask();
    });
  }

  async #ask(): Promise<void> {
    this.#screen.wait();
    const found = await this.#search.ask(this.#pick.value);
    // Typed on meanwhile: that has its own answer on the way.
    if (found === undefined || found.value !== this.#pick.value) return;
    this.#found = found;
    this.#screen.show(found, this.#services.writerFacts.current);
    if (this.#acceptNext) this.#accept();
  }

  #toggleHelp(): void {
    const { value } = this.#pick;
    this.#help.press(value);
    // The question mark has asked for help and is no question.
    if (value.trim() === '?') this.#askFor('');
    else if (this.#isHelp) this.#showHelp();
    else this.#typed();
  }

  #askFor(value: string): void {
    this.#pick.value = value;
    this.#typed();
  }

  #tick(items: readonly PickRow[]): void {
    if (!this.#screen.tick(items) || this.#found === undefined) return;
    if (this.#screen.answers(this.#found.value)) this.#screen.show(this.#found, this.#services.writerFacts.current);
  }

  #accept(): void {
    const { value } = this.#pick;
    if (this.#isHelp) {
      const active = this.#screen.activeFor(undefined);
      if (active !== undefined && 'example' in active) this.#askFor(withExample(value, active.example));
      return;
    }
    const ticked = this.#ticked.items;
    // Until the answer is there, the rows on screen are for what was typed before.
    this.#acceptNext = ticked.length === 0 && !this.#screen.answers(value);
    if (this.#acceptNext) return;
    const active = this.#screen.activeFor(value);
    const chosen = ticked.length > 0 ? ticked : active !== undefined && isPaper(active) ? [active] : [];
    if (chosen.length > 0) this.#close(chosen.map(({ key }) => key));
  }

  #close(keys: readonly string[] | undefined): void {
    this.#isClosed = true;
    if (keys !== undefined) this.#services.lastSearch.set(this.#pick.value);
    this.#search.withdraw();
    this.#end(keys);
    this.#store.dispose();
  }

  #press(row: PickRow, button: vscode.QuickInputButton): void {
    const command = commandOf(button);
    const item = this.#screen.meant(row);
    if (command === undefined || item === undefined || !isPaper(item)) return;
    this.#services.lastSearch.set(this.#pick.value);
    if (command !== commandIds.copyKey) this.#close(undefined);
    void vscode.commands.executeCommand(command, { key: item.key, keys: [item.key] });
  }
}
