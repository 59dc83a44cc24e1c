import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, readerViewType } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { ReusedPanel } from '../../ui/reusedPanel.ts';
import { ReaderPanel } from './readerPanel.ts';

/** The abstract beside the writer's notes. One reader is reused; it comes back after a reload of the window. */
export const reader: Feature = {
  name: 'reader',
  register(services) {
    const store = new DisposableStore();
    const readers = new Readers(services);
    store.add(readers);
    store.add(
      registerCommand(services.guard, commandIds.openPaper, 'Open Paper', async (...args) => {
        const [paper] = await askedPapers(services, args, {
          title: 'Open Paper',
          many: false,
          rows: 'clicked',
        });
        if (paper === undefined) return;
        services.recent.used(paper.key);
        readers.show(paper.key);
      }),
    );
    store.add(
      vscode.window.registerWebviewPanelSerializer(readerViewType, {
        async deserializeWebviewPanel(panel, state: unknown) {
          readers.restore(panel, state);
        },
      }),
    );
    return store;
  },
};

class Readers implements vscode.Disposable {
  readonly #services: Services;
  readonly #reused = new ReusedPanel<ReaderPanel>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** Shows the paper beside the text, without taking the focus from it. */
  show(key: string): void {
    const { current } = this.#reused;
    if (current === undefined) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.#adopt(vscode.window.createWebviewPanel(readerViewType, 'Paperside', place), key);
      return;
    }
    current.show(key);
    current.panel.reveal(undefined, true);
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const key = typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
    if (typeof key !== 'string' || this.#reused.current !== undefined) panel.dispose();
    else this.#adopt(panel, key);
  }

  #adopt(panel: vscode.WebviewPanel, key: string): void {
    this.#reused.adopt(new ReaderPanel(this.#services, panel, key));
  }

  dispose(): void {
    this.#reused.dispose();
  }
}
