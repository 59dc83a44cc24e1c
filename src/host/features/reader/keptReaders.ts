import type * as vscode from 'vscode';
import { PaperTrail, type TrailState } from '../../../core/reading/paperTrail.ts';

const storageKey = 'readers';
/** Tabs that were closed while they were hidden are remembered among these. */
const mostKept = 20;

/** What is remembered of a reader, besides what its page remembers. */
export interface KeptReader {
  /** The paper it showed. */
  readonly key: string;
  readonly pinned: boolean;
  readonly trail: TrailState;
}

/**
 * What readers were like when the window was open last. VS Code brings a hidden tab back only when it is looked at, so
 * what was not asked for yet is kept.
 */
export class KeptReaders {
  readonly #memory: vscode.Memento;
  #waiting: readonly KeptReader[];

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const stored = memory.get<unknown>(storageKey);
    this.#waiting = Array.isArray(stored) ? stored.flatMap(parseReader).slice(0, mostKept) : [];
  }

  /** The reader that showed a paper, each once; `undefined` when nothing is known of it. */
  take(key: string): KeptReader | undefined {
    const kept = this.#waiting.find((one) => one.key === key);
    this.#waiting = this.#waiting.filter((one) => one !== kept);
    return kept;
  }

  /** The readers that there are now. */
  keep(readers: readonly KeptReader[]): void {
    const all = [...readers, ...this.#waiting].slice(0, mostKept);
    // Where it cannot be stored it is forgotten with the window: no reason to trouble anybody.
    this.#memory.update(storageKey, all).then(undefined, () => undefined);
  }
}

function parseReader(value: unknown): readonly KeptReader[] {
  if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return [];
  const pinned = 'pinned' in value && value.pinned === true;
  const trail = new PaperTrail('trail' in value ? value.trail : undefined);
  return [{ key: value.key, pinned, trail: trail.state }];
}
