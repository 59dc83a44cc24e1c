import type * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import type { LibraryTreeProvider } from './libraryTreeProvider.ts';
import type { TreeNode } from './treeNodes.ts';

/** Who flicks through papers is followed when a paper stays. */
const pauseMilliseconds = 150;

/**
 * Selects in the tree the paper that the reader shows, without taking the focus, while the tree is to be seen. A row of
 * that paper that is selected already stays so, in whichever group: a click on it opened the reader.
 */
export class FollowReader implements vscode.Disposable {
  readonly #services: Services;
  readonly #provider: LibraryTreeProvider;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #store = new DisposableStore();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services, provider: LibraryTreeProvider, view: vscode.TreeView<TreeNode>) {
    this.#services = services;
    this.#provider = provider;
    this.#view = view;
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
    this.#store.add(services.shownPaper.onDidChange(() => this.#followSoon()));
    this.#store.add(services.settings.onDidChangeView(() => this.#followSoon()));
    // What was shown while the tree was hidden, or before its papers were there.
    this.#store.add(view.onDidChangeVisibility(() => this.#followSoon()));
    this.#store.add(services.library.onDidChangeState(() => this.#followSoon()));
  }

  #followSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#services.guard.background('follow the reader', () => this.#follow()),
      pauseMilliseconds,
    );
  }

  async #follow(): Promise<void> {
    const { shownPaper, settings } = this.#services;
    const shown = shownPaper.current;
    if (shown?.visible !== true || !settings.current.followReader || this.#isSelected(shown.paper.key)) return;
    await this.select(shown.paper.key, () => !this.#isSelected(shown.paper.key));
  }

  /** Selects a row of a paper, if the tree is to be seen and shows it, unless it is not wanted any more by then. */
  async select(key: string, isWanted = (): boolean => true): Promise<void> {
    if (!this.#isVisible()) return;
    const node = await this.#provider.find(key);
    // To reveal a row of a hidden view would bring the view to the front.
    if (node === undefined || !this.#isVisible() || !isWanted()) return;
    await this.#view.reveal(node, { select: true, focus: false });
  }

  #isVisible(): boolean {
    return this.#view.visible;
  }

  #isSelected(key: string): boolean {
    return this.#view.selection.some((node) => node.kind === 'paper' && node.key === key);
  }

  dispose(): void {
    this.#store.dispose();
  }
}
