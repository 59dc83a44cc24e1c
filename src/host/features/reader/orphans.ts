import * as vscode from 'vscode';
import { readerViewType } from '../../ids.ts';
import type { Services } from '../../services.ts';

const storageKey = 'readerTabs';
const mostTabs = 50;
/** A tab that VS Code brings back itself is brought back sooner than this. */
const patienceMilliseconds = 400;

/** A reader as its tab shows it. */
interface ReaderTab {
  readonly key: string;
  /** Of the tab. */
  readonly title: string;
}

/** A reader whose host has ended: its page is there, but nobody hears it, and VS Code gives nobody its panel. */
export interface OrphanedReader {
  /** The paper it shows. */
  readonly key: string;
  readonly viewColumn: vscode.ViewColumn;
  readonly hasFocus: boolean;
}

/**
 * Finds the tabs of readers that lost their host: the extension host crashed, or was killed, and the window started another
 * one. Each is replaced when it is to be seen, and closed when what stands in its place misses nothing of it.
 */
export class OrphanedReaders implements vscode.Disposable {
  readonly #services: Services;
  readonly #replace: (orphan: OrphanedReader) => Promise<boolean>;
  readonly #tabs = new Map<vscode.Tab, ReaderTab>();
  readonly #watch: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `replace` puts another reader into the place of one, and resolves to whether that one may be closed. */
  constructor(services: Services, replace: (orphan: OrphanedReader) => Promise<boolean>) {
    this.#services = services;
    this.#replace = replace;
    const before = parseTabs(services.workspaceState.get<unknown>(storageKey));
    // A window that was opened anew has a session of its own, and VS Code brings its readers back.
    if (before?.session !== vscode.env.sessionId) return;
    const left = [...before.tabs];
    for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isReader))) {
      const index = left.findIndex(({ title }) => title === tab.label);
      const [found] = index < 0 ? [] : left.splice(index, 1);
      if (found !== undefined) this.#tabs.set(tab, found);
    }
    if (this.#tabs.size === 0) return;
    this.#watch = vscode.window.tabGroups.onDidChangeTabs(() => this.#lookLater());
    this.#lookLater();
  }

  /** The readers that there are now: should this host end, the next one finds them by this. */
  remember(readers: readonly ReaderTab[]): void {
    const tabs = [...readers, ...this.#tabs.values()].slice(0, mostTabs);
    const kept = { session: vscode.env.sessionId, tabs };
    this.#services.workspaceState.update(storageKey, kept).then(undefined, () => undefined);
  }

  /** VS Code has brought a reader back: its tab is none of those. */
  restored({ title, viewColumn }: vscode.WebviewPanel): void {
    const tab = [...this.#tabs.keys()].find((one) => one.label === title && one.group.viewColumn === viewColumn);
    if (tab !== undefined) this.#tabs.delete(tab);
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#services.guard.background('find readers without a host', () => this.#look());
    }, patienceMilliseconds);
  }

  async #look(): Promise<void> {
    for (const [tab, { key }] of this.#tabs) {
      if (!tab.isActive) continue;
      this.#tabs.delete(tab);
      const { viewColumn, isActive } = tab.group;
      this.#services.log.info(`The reader of "${key}" had lost its extension host: another one takes its place.`);
      if (await this.#replace({ key, viewColumn, hasFocus: isActive })) await vscode.window.tabGroups.close(tab, true);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watch?.dispose();
  }
}

/** VS Code puts something of its own before the type. */
function isReader({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(readerViewType);
}

function parseTabs(stored: unknown): { readonly session: string; readonly tabs: readonly ReaderTab[] } | undefined {
  if (typeof stored !== 'object' || stored === null || !('session' in stored) || !('tabs' in stored)) return undefined;
  const { session, tabs } = stored;
  if (typeof session !== 'string' || !Array.isArray(tabs)) return undefined;
  return { session, tabs: tabs.filter(isReaderTab) };
}

function isReaderTab(value: unknown): value is ReaderTab {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('title' in value)) return false;
  return typeof value.key === 'string' && typeof value.title === 'string';
}
