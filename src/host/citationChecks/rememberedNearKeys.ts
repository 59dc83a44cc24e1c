import type * as vscode from 'vscode';
import type { PaperEngine } from '../../engine/paperEngine.ts';

/** Keys that may be meant instead of one. */
const mostNear = 3;
const mostRemembered = 1_000;

/** Keys near unknown ones, looked for once as long as the library stays as it is: who writes is checked again and again. */
export class RememberedNearKeys implements vscode.Disposable {
  readonly #near = new Map<string, Promise<readonly string[]>>();
  readonly #subscription: vscode.Disposable;
  #engine: PaperEngine | undefined;

  constructor(onDidChangeLibrary: vscode.Event<void>) {
    this.#subscription = onDidChangeLibrary(() => this.#near.clear());
  }

  /** For each of these keys those near it, nearest first. Rejects when the engine has stopped. */
  async of(engine: PaperEngine, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (engine !== this.#engine || this.#near.size > mostRemembered) this.#near.clear();
    this.#engine = engine;
    const near = await Promise.all(keys.map((key) => this.#nearTo(engine, key)));
    return new Map(keys.map((key, index) => [key, near[index] ?? []]));
  }

  #nearTo(engine: PaperEngine, key: string): Promise<readonly string[]> {
    const known = this.#near.get(key);
    if (known !== undefined) return known;
    const asked = this.#ask(engine, key);
    this.#near.set(key, asked);
    return asked;
  }

  async #ask(engine: PaperEngine, key: string): Promise<readonly string[]> {
    try {
      return (await engine.nearKeys(key, mostNear)).map((one) => one.key);
    } catch (error) {
      this.#near.delete(key);
      throw error;
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
