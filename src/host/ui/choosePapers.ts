import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/plainText.ts';
import type { PaperRow, SearchAnswer } from '../../engine/paperEngine.ts';
import { DisposableStore } from '../disposableStore.ts';
import { commandIds } from '../ids.ts';
import type { Services } from '../services.ts';
import { byline } from '../../core/text/byline.ts';

const shownRows = 50;
/** VS Code tells of a selection that we set ourselves within this time. */
const echoMilliseconds = 500;

type Answers = readonly Pick<SearchAnswer, 'row' | 'excerpt'>[];

interface PaperItem extends vscode.QuickPickItem {
  readonly key: string;
}

interface RowButton extends vscode.QuickInputButton {
  readonly command: (typeof commandIds)[keyof typeof commandIds];
}

const buttons: readonly RowButton[] = [
  { command: commandIds.openPaper, iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Open Paper' },
  { command: commandIds.insertCitation, iconPath: new vscode.ThemeIcon('quote'), tooltip: 'Insert Citation' },
  { command: commandIds.copyKey, iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy Citation Key' },
];

export interface ChooseOptions {
  readonly title: string;
  /** Several papers may be ticked; Enter takes them, or the row under the cursor when none is ticked. */
  readonly many: boolean;
  /** What the search begins with; nothing when undefined. */
  readonly value?: string | undefined;
}

/** Asks for papers with the engine's search, ranked as one types. `undefined` when the user leaves. */
export function choosePapers(services: Services, options: ChooseOptions): Promise<readonly string[] | undefined> {
  return new PaperPick(services, options).show();
}

class PaperPick {
  readonly #services: Services;
  readonly #pick = vscode.window.createQuickPick<PaperItem>();
  readonly #store = new DisposableStore();
  /** Ticked papers stay in the list whatever is typed. */
  readonly #ticked = new Map<string, PaperItem>();
  #answers: Answers = [];
  /** What we ticked when the list was last drawn, and when. */
  #drawn: { readonly keys: ReadonlySet<string>; readonly at: number } = { keys: new Set(), at: 0 };
  #sequence = 0;

  constructor(services: Services, options: ChooseOptions) {
    this.#services = services;
    this.#store.add(this.#pick);
    this.#pick.title = options.title;
    this.#pick.placeholder = 'Words of the title, authors or abstract';
    this.#pick.canSelectMany = options.many;
    this.#pick.value = options.value ?? '';
    // The engine's order is the order on screen. The property exists at run time only (microsoft/vscode#73904).
    Object.assign(this.#pick, { sortByLabel: false });
  }

  show(): Promise<readonly string[] | undefined> {
    const { guard, library } = this.#services;
    const pick = this.#pick;
    const search = (): void => guard.background('search', () => this.#search());
    this.#store.add(pick.onDidChangeValue(search));
    this.#store.add(library.onDidChange(search));
    this.#store.add(pick.onDidTriggerItemButton(({ item, button }) => this.#press(item, button)));
    this.#store.add(pick.onDidChangeSelection((items) => this.#tick(items)));
    search();
    pick.show();
    return new Promise((resolve) => {
      this.#store.add(
        pick.onDidAccept(() => {
          const chosen = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
          if (chosen.length === 0) return;
          resolve(chosen.map(({ key }) => key));
          pick.hide();
        }),
      );
      this.#store.add(
        pick.onDidHide(() => {
          resolve(undefined);
          this.#store.dispose();
        }),
      );
    });
  }

  async #search(): Promise<void> {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const { library } = this.#services;
    const query = this.#pick.value;
    this.#pick.busy = true;
    const answers =
      query.trim() === ''
        ? (await library.engine.rows(shownRows)).map((row) => ({ row, excerpt: undefined }))
        : (await library.engine.search({ query, limit: shownRows })).answers;
    // A newer query is on its way: its answer counts.
    if (sequence !== this.#sequence) return;
    this.#pick.busy = library.state === 'loading';
    this.#answers = answers;
    this.#draw();
  }

  #draw(): void {
    const found = this.#answers
      .filter(({ row }) => !this.#ticked.has(row.key))
      .map(({ row, excerpt }) => itemOf(row, excerpt));
    const ticked = [...this.#ticked.values()];
    this.#pick.items = [...ticked, ...found];
    if (ticked.length > 0) this.#pick.selectedItems = ticked;
    this.#drawn = { keys: new Set(this.#ticked.keys()), at: Date.now() };
    const first = found[0];
    if (first !== undefined) this.#pick.activeItems = [first];
  }

  #tick(items: readonly PaperItem[]): void {
    if (!this.#pick.canSelectMany) return;
    if (this.#isEcho(items) && this.#ticked.size > items.length) {
      // Ticked while a new list was on its way, which took the tick away.
      this.#draw();
      return;
    }
    this.#ticked.clear();
    for (const item of items) this.#ticked.set(item.key, item);
  }

  /** The selection that we set with the last list, coming back. */
  #isEcho(items: readonly PaperItem[]): boolean {
    const { keys, at } = this.#drawn;
    const same = items.length === keys.size && items.every(({ key }) => keys.has(key));
    return same && Date.now() - at < echoMilliseconds;
  }

  #press(item: PaperItem, button: vscode.QuickInputButton): void {
    const pressed = buttons.find((candidate) => candidate === button || candidate.tooltip === button.tooltip);
    if (pressed === undefined) return;
    if (pressed.command !== commandIds.copyKey) this.#pick.hide();
    void vscode.commands.executeCommand(pressed.command, { key: item.key, keys: [item.key] });
  }
}

function itemOf(row: PaperRow, excerpt: string | undefined): PaperItem {
  const about = [byline(row), row.venue ?? ''].filter((part) => part !== '').join(' · ');
  return {
    key: row.key,
    label: plainLabel(row.title),
    description: plainLabel(about),
    ...(excerpt === undefined ? {} : { detail: plainLabel(excerpt) }),
    alwaysShow: true,
    buttons,
  };
}
