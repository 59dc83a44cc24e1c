import type * as vscode from 'vscode';
import type { KeyChange } from '../../../core/citations/renameKey.ts';
import type { Services } from '../../services.ts';

/** Older renames are done, or were given up. */
const mostFollowed = 50;

/**
 * What the writer did with papers is kept by their keys. Once the library has a paper under its new key and no more under
 * the old one, that goes along, and back when the rename is undone; of one that is given up in the preview nothing happens.
 */
export class FollowedRenames implements vscode.Disposable {
  readonly #services: Services;
  readonly #listener: vscode.Disposable;
  #changes: readonly KeyChange[] = [];

  constructor(services: Services) {
    this.#services = services;
    this.#listener = services.library.onDidChange(() => {
      if (this.#changes.length > 0) services.guard.background('follow a renamed key', () => this.#follow());
    });
  }

  /** VS Code was given the changes of a rename. */
  note({ from, to }: KeyChange): void {
    const others = this.#changes.filter((one) => one.from !== from || one.to !== to);
    this.#changes = [...others, { from, to }].slice(-mostFollowed);
  }

  async #follow(): Promise<void> {
    const { library } = this.#services;
    for (const { from, to } of this.#changes) {
      const [old, renamed] = await library.engine.resolveKeys([from, to]);
      if (old === undefined && renamed !== undefined) await this.#move(from, to);
      else if (renamed === undefined && old !== undefined) await this.#move(to, from);
    }
  }

  async #move(from: string, to: string): Promise<void> {
    const { readingStates, recent, opened } = this.#services;
    recent.rename(from, to);
    opened.rename(from, to);
    await readingStates.rename(from, to);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
