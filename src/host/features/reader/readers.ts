import * as vscode from 'vscode';
import { PaperTrail } from '../../../core/reading/paperTrail.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { contextKeys, readerViewType } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { findPaper } from './findPaper.ts';
import { KeptReaders } from './keptReaders.ts';
import type { ReaderRequest } from './readerPage.ts';
import { OrphanedReaders, type OrphanedReader } from './orphans.ts';
import { ReaderPanel, type ReaderOwner, type ReaderStart, type Showing } from './readerPanel.ts';

/** How a paper is opened. */
export interface Opening extends Showing {
  /** What gets the focus; nothing when undefined, so that it stays in the text. */
  readonly focus?: 'reader' | 'note' | undefined;
}

/** Where a step leads. */
export type Direction = 'back' | 'forward' | 'previous' | 'next';

/** All readers of the window: one that is reused, and those that the writer pinned. */
export class Readers implements vscode.Disposable {
  readonly #services: Services;
  readonly #kept: KeptReaders;
  readonly #orphans: OrphanedReaders;
  readonly #act: (reader: ReaderPanel, request: ReaderRequest) => unknown;
  /** The one used last first. */
  #readers: readonly ReaderPanel[] = [];
  readonly #context = new Map<string, boolean>();
  #isEnding = false;

  /** `act` does what is asked in a reader. */
  constructor(services: Services, act: (reader: ReaderPanel, request: ReaderRequest) => unknown) {
    this.#services = services;
    this.#act = act;
    this.#kept = new KeptReaders(services.workspaceState);
    this.#orphans = new OrphanedReaders(services, (orphan) => this.#replace(orphan));
  }

  /** The reader that was used last; `undefined` without any. */
  get current(): ReaderPanel | undefined {
    return this.#readers[0];
  }

  /** The one that shows the next paper; `undefined` when there is none yet. */
  get reused(): ReaderPanel | undefined {
    return this.#readers.find(({ pinned }) => !pinned);
  }

  /** Shows a paper beside the text: in the reader that has it pinned, else in the reused one. */
  async open(paper: PaperDetails, { focus, ...showing }: Opening = {}): Promise<void> {
    const pinned = this.#readers.find((reader) => reader.pinned && reader.key === paper.key);
    const reader = pinned ?? this.reused ?? this.#create();
    this.#use(reader);
    if (focus === undefined) reader.panel.reveal(undefined, true);
    const group = showing.group ?? this.#services.shownTree.groupOf(paper.key);
    const shown = pinned === undefined ? reader.show(paper, { ...showing, group }) : undefined;
    if (focus !== undefined) reader.focus(focus);
    await shown;
  }

  /** A step from the paper of a reader. Back and forward go over papers that are gone. `false` when there is no step. */
  async go(from: ReaderPanel, to: Direction): Promise<boolean> {
    if (to === 'previous' || to === 'next') {
      await from.surroundings.findNeighbours();
      const row = from.surroundings.step(to);
      const paper = row && (await findPaper(this.#services.library, row.key));
      if (paper === undefined) return false;
      await this.#follow(from, paper, { group: row?.group });
      return true;
    }
    for (let key = from.trail[to]; key !== undefined && !from.pinned; key = from.trail[to]) {
      const paper = await findPaper(this.#services.library, key);
      if (paper !== undefined) {
        await from.show(paper, { step: to });
        return true;
      }
      from.trail.drop(key);
    }
    return false;
  }

  /** What a reader leads to comes into that reader, unless it keeps its paper. */
  async #follow(from: ReaderPanel, paper: PaperDetails, showing: Showing): Promise<void> {
    if (from.pinned) await this.open(paper, showing);
    else await from.show(paper, showing);
  }

  /** Takes up a panel of an earlier life of the window. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const key = typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
    if (typeof key !== 'string') {
      panel.dispose();
      return;
    }
    this.#orphans.restored(panel);
    this.#revive(panel, key);
  }

  /** Puts another reader into the place of one that lost its host. Resolves to whether it misses nothing of that one. */
  #replace({ key, viewColumn, hasFocus }: OrphanedReader): Promise<boolean> {
    const place = { viewColumn, preserveFocus: !hasFocus };
    const panel = vscode.window.createWebviewPanel(readerViewType, 'Paperside', place);
    return new Promise((resolve) => {
      panel.onDidDispose(() => resolve(false));
      const reader = this.#revive(panel, key, resolve);
      if (hasFocus) reader.focus('note');
    });
  }

  /** A reader goes on with the paper and the trail that it had. */
  #revive(panel: vscode.WebviewPanel, key: string, rescued?: (complete: boolean) => void): ReaderPanel {
    const kept = this.#kept.take(key);
    const reader = this.#adopt(panel, {
      pinned: kept?.pinned ?? false,
      trail: new PaperTrail(kept?.trail ?? { keys: [key], at: 0 }),
      rescue: rescued && { key, started: rescued },
    });
    this.#services.guard.background('restore the reader', () => reader.restore(key));
    return reader;
  }

  #create(): ReaderPanel {
    // Not yet another column beside a reader that has the focus.
    const viewColumn = this.current?.panel.viewColumn ?? vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(readerViewType, 'Paperside', { viewColumn, preserveFocus: true });
    return this.#adopt(panel, { pinned: false, trail: new PaperTrail() });
  }

  #adopt(panel: vscode.WebviewPanel, start: ReaderStart): ReaderPanel {
    const owner: ReaderOwner = { changed: (one) => this.#changed(one), act: this.#act };
    const reader = new ReaderPanel(this.#services, owner, panel, start);
    this.#readers = [...this.#readers, reader];
    panel.onDidDispose(() => this.#closed(reader));
    return reader;
  }

  #changed(reader: ReaderPanel): void {
    if (reader.panel.active) this.#use(reader);
    this.#tell();
    this.#keep();
  }

  #use(reader: ReaderPanel): void {
    this.#readers = [reader, ...this.#readers.filter((one) => one !== reader)];
  }

  #closed(reader: ReaderPanel): void {
    this.#readers = this.#readers.filter((one) => one !== reader);
    reader.dispose();
    this.#tell();
    // A window that closes closes its tabs, which come back.
    if (!this.#isEnding) this.#keep();
  }

  /** What others follow is the paper of the active reader, else of one that is to be seen, else of the one used last. */
  #tell(): void {
    const shown = this.#readers.map((reader) => reader.shown).filter((one) => one !== undefined);
    const told = shown.find(({ active }) => active) ?? shown.find(({ visible }) => visible) ?? shown[0];
    this.#services.shownPaper.set(told);
    const { pinned = false, canGo } = this.current ?? {};
    this.#setContext(contextKeys.readerPinned, pinned);
    this.#setContext(contextKeys.canGoBack, canGo?.back === true);
    this.#setContext(contextKeys.canGoForward, canGo?.forward === true);
  }

  /** For the title bar of the reader. */
  #setContext(key: string, value: boolean): void {
    if (this.#context.get(key) === value) return;
    this.#context.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  #keep(): void {
    this.#kept.keep(
      this.#readers.flatMap(({ key, pinned, trail }) =>
        key === undefined ? [] : [{ key, pinned, trail: trail.state }],
      ),
    );
    this.#orphans.remember(
      this.#readers.flatMap(({ key, panel: { title } }) => (key === undefined ? [] : [{ key, title }])),
    );
  }

  dispose(): void {
    this.#isEnding = true;
    this.#orphans.dispose();
    for (const { panel } of this.#readers) panel.dispose();
  }
}
