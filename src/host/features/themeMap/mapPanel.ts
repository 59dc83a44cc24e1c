import * as vscode from 'vscode';
import { searchTerm } from '../../../core/search/searchTerm.ts';
import type { FromMap, ToMap } from '../../../protocol/mapMessages.ts';
import { parseFromMap } from '../../../protocol/parseMapMessage.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { mapAnswer, paperAnswer, rowsAnswer, titlesAnswer } from './mapAnswers.ts';
import { webviewPage, webviewRoots } from '../../ui/webviewPage.ts';
import { savePicture } from './savePicture.ts';

/** A load of a large library tells of itself several times: it is drawn once it has been quiet for so long. */
const pauseMilliseconds = 250;

/** The panel with the map. While it is hidden VS Code has no page of it, and nothing is drawn or asked. */
export class MapPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #store = new DisposableStore();
  #isReady = false;
  /** Another library is there than the page shows. */
  #isStale = true;
  #drawing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** A theme that is to be shown once the page has a map. */
  #toPick: string | undefined;

  constructor(services: Services, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.panel = panel;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: webviewRoots(services.extensionUri) };
    this.#store.add(webview.onDidReceiveMessage((message) => this.#receive(message)));
    this.#store.add(services.library.onDidChange(() => this.#changed()));
    this.#store.add(services.shownPaper.onDidChange(() => this.#tellReading()));
    this.#store.add(panel.onDidChangeViewState(() => this.#viewed()));
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
    panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.svg');
    webview.html = webviewPage(webview, services.extensionUri, { name: 'map', title: 'Theme Map' });
  }

  /** Selects a theme and shows where it is. */
  pick(theme: string): void {
    this.#toPick = theme;
    if (!this.#isStale) this.#tellPick();
  }

  #viewed(): void {
    // A page that was hidden is gone; the next one says that it is ready.
    if (!this.panel.visible) this.#isReady = false;
  }

  #changed(): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), pauseMilliseconds);
  }

  /** One drawing at a time: what changed meanwhile is drawn after it. */
  #draw(): void {
    if (!this.#isReady || this.#drawing !== undefined) return;
    this.#drawing = this.#drawNow().finally(() => {
      this.#drawing = undefined;
      if (this.#isStale && this.#isReady) this.#changed();
    });
  }

  async #drawNow(): Promise<void> {
    const { library, guard } = this.#services;
    // A part of the library would be laid out otherwise than all of it.
    await library.load();
    this.#isStale = false;
    const answer = await guard.run('draw the theme map', () => mapAnswer(library.engine));
    this.#post(answer ?? { type: 'failed', message: 'The map could not be drawn. The log says why.' });
    this.#tellReading();
    this.#tellPick();
  }

  #tellReading(): void {
    const shown = this.#services.shownPaper.current;
    this.#post({ type: 'reading', key: shown?.visible === true ? shown.paper.key : undefined });
  }

  #tellPick(): void {
    if (this.#toPick === undefined || !this.#isReady) return;
    this.#post({ type: 'pick', theme: this.#toPick });
    this.#toPick = undefined;
  }

  #receive(raw: unknown): void {
    const parsed = parseFromMap(raw);
    if (!parsed.ok) {
      this.#services.log.warn(`The theme map sent something else: ${parsed.error}`);
      return;
    }
    void this.#services.guard.run('theme map', () => this.#act(parsed.value));
  }

  async #act(message: FromMap): Promise<void> {
    const { engine } = this.#services.library;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#isStale = true;
        return this.#draw();
      case 'ask':
        return this.#post(await paperAnswer(engine, message.key));
      case 'rows':
        return this.#post(await rowsAnswer(engine, message.theme, message.from));
      case 'titles':
        return this.#post(await titlesAnswer(engine));
      case 'open':
        await vscode.commands.executeCommand(commandIds.openPaper, { key: message.key });
        return;
      case 'filterTheme':
        return this.#filterTheme(message.theme);
      case 'filterPapers':
        return this.#filterPapers(message.keys);
      case 'save':
        return savePicture(this.#services, message);
    }
  }

  async #filterTheme(id: string): Promise<void> {
    const theme = (await this.#services.library.engine.themes()).find((one) => one.id === id);
    if (theme !== undefined) await filterTree(searchTerm('theme', theme.label));
  }

  async #filterPapers(keys: readonly string[]): Promise<void> {
    await this.#services.writerFacts.select(keys);
    await filterTree('is:selected');
  }

  #post(message: ToMap | undefined): void {
    if (this.#isReady && message !== undefined) void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#isReady = false;
    this.#store.dispose();
  }
}

async function filterTree(query: string): Promise<void> {
  await vscode.commands.executeCommand(commandIds.filterLibrary, { query });
}
