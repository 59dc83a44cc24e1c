import * as vscode from 'vscode';
import type { NamedPaper } from '../../../core/readingLists.ts';
import { said, shorten, singleLine } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { parseFromReader } from '../../../protocol/parseReaderMessage.ts';
import type { FromReader, ReaderNote, ToReader } from '../../../protocol/readerMessages.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import { OpenNotes } from '../../notes/openNotes.ts';
import type { Services } from '../../services.ts';
import { showWarning } from '../../ui/messages.ts';
import { revealSource } from '../../ui/revealSource.ts';
import { webviewPage, webviewRoots } from '../../ui/webviewPage.ts';
import { factQuery } from './factQuery.ts';
import { readerView, type ReaderView } from './readerPaper.ts';

const maxTabTitle = 40;

type UnsavedEdit = NonNullable<Extract<FromReader, { type: 'ready' }>['unsaved']>;

/** One reader: a webview panel that shows one paper at a time and edits its note. */
export class ReaderPanel implements vscode.Disposable {
  readonly #services: Services;
  readonly #panel: vscode.WebviewPanel;
  readonly #store = new DisposableStore();
  readonly #notes: OpenNotes;
  #key: string;
  #view: ReaderView | undefined;
  /** The paper shown, by its keys. */
  #named: NamedPaper | undefined;
  /** Why the note of the paper shown cannot be had. */
  #noteFailure: string | undefined;
  #ready = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(services: Services, panel: vscode.WebviewPanel, key: string) {
    this.#services = services;
    this.#panel = panel;
    this.#key = key;
    this.#notes = new OpenNotes(services, {
      text: (about, note) => this.#post({ type: 'noteText', key: about, note }),
      state: (about, seq, state, message) => this.#post({ type: 'noteState', key: about, seq, state, message }),
    });
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: webviewRoots(services.extensionUri) };
    this.#store.add(webview.onDidReceiveMessage((message) => this.#receive(message)));
    this.#store.add(services.library.onDidChange(() => this.#enqueue(() => this.#refresh())));
    const flush = (): Promise<void> => this.#notes.flush();
    services.beforeClose.add(flush);
    this.#store.add({ dispose: () => services.beforeClose.delete(flush) });
    this.#store.add(panel.onDidChangeViewState(() => this.#tellShown()));
    this.#store.add({ dispose: () => services.shownPaper.set(undefined) });
    panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.svg');
    webview.html = webviewPage(webview, services.extensionUri, {
      name: 'reader',
      title: 'Paperside',
      images: 'data:',
    });
    this.show(key);
  }

  get panel(): vscode.WebviewPanel {
    return this.#panel;
  }

  /** Shows a paper instead of the one before. */
  show(key: string): void {
    this.#key = key;
    this.#enqueue(() => this.#open(key));
  }

  async #open(key: string): Promise<void> {
    // A later click counts.
    if (key !== this.#key) return;
    const paper = await this.#find(key);
    if (paper === undefined) {
      this.#post({ type: 'gone', key });
      return;
    }
    const before = this.#view?.shown.key;
    if (before !== undefined && before !== paper.key) this.#notes.leave(before);
    await this.#openNote(paper);
    this.#draw(paper, false);
  }

  /** A paper of a library that is still being read is waited for. */
  async #find(key: string): Promise<PaperDetails | undefined> {
    const { library } = this.#services;
    const paper = await library.engine.paper(key);
    if (paper !== undefined) return paper;
    await library.load();
    return library.engine.paper(key);
  }

  async #openNote(paper: PaperDetails): Promise<void> {
    this.#noteFailure = undefined;
    try {
      await this.#notes.open(paper);
    } catch (error) {
      this.#services.guard.report('open a note', error);
      const reason = error instanceof Error ? error.message : String(error);
      this.#noteFailure = `The note could not be opened: ${reason}`;
    }
  }

  /** The library changed: the same paper may read otherwise now, have another key, or be gone. */
  async #refresh(): Promise<void> {
    const key = this.#view?.shown.key;
    if (key === undefined) {
      await this.#open(this.#key);
      return;
    }
    const paper = await this.#services.library.engine.paper(key);
    if (paper === undefined) this.#post({ type: 'gone', key });
    else if (paper.key === key) this.#draw(paper, true);
    else this.show(paper.key);
  }

  #draw(paper: PaperDetails, refresh: boolean): void {
    this.#view = readerView(paper);
    this.#named = { key: paper.key, aliases: paper.aliases };
    this.#tellShown();
    this.#panel.title = shorten(singleLine(paper.title), maxTabTitle);
    this.#postPaper(refresh);
  }

  #tellShown(): void {
    const { visible, active } = this.#panel;
    this.#services.shownPaper.set(this.#named && { paper: this.#named, visible, active });
  }

  #postPaper(refresh: boolean): void {
    if (this.#view === undefined) return;
    const { shown } = this.#view;
    this.#post({ type: 'show', paper: shown, note: this.#noteOf(shown.key), refresh });
  }

  #noteOf(key: string): ReaderNote {
    const message = this.#noteFailure ?? 'The note could not be opened.';
    return this.#notes.get(key)?.note ?? { text: '', version: 1, seq: 0, state: 'readOnly', message };
  }

  #receive(raw: unknown): void {
    const parsed = parseFromReader(raw);
    if (!parsed.ok) {
      this.#services.log.warn(`The reader sent something else: ${parsed.error}`);
      return;
    }
    const message = parsed.value;
    if (message.type === 'ready') this.#enqueue(() => this.#start(message.unsaved));
    // Also for the paper before: its last words come after the next one was asked for.
    else if (message.type === 'ping') this.#post({ type: 'pong', number: message.number });
    else if (message.type === 'edit') this.#notes.get(message.key)?.edit(message);
    else if (message.key === this.#view?.shown.key) this.#services.guard.background('reader', () => this.#act(message));
  }

  /** The page is up. What an earlier page could not get saved is taken in, whichever paper it was about. */
  async #start(unsaved: UnsavedEdit | undefined): Promise<void> {
    this.#ready = true;
    const shown = this.#view?.shown.key;
    const own = unsaved?.key === shown ? unsaved : undefined;
    if (shown !== undefined) this.#notes.get(shown)?.readerStarted(own);
    if (unsaved !== undefined && own === undefined) await this.#recover(unsaved);
    this.#postPaper(false);
  }

  async #recover(unsaved: UnsavedEdit): Promise<void> {
    const paper = await this.#find(unsaved.key);
    if (paper === undefined) {
      this.#services.log.warn(`An unsaved note belongs to "${unsaved.key}", which is not in the library.`);
      return;
    }
    const session = await this.#notes.open(paper);
    session.readerStarted(unsaved);
    this.#notes.leave(paper.key);
  }

  #act(message: Exclude<FromReader, { type: 'ready' | 'edit' | 'ping' }>): unknown {
    const { key } = message;
    switch (message.type) {
      case 'openNote':
        return vscode.commands.executeCommand(commandIds.openNote, { key });
      case 'insertCitation':
        return vscode.commands.executeCommand(commandIds.insertCitation, { keys: [key] });
      case 'copyKey':
        return vscode.commands.executeCommand(commandIds.copyKey, { key });
      case 'openLink': {
        const link = this.#view?.links[message.index];
        return link === undefined ? undefined : vscode.env.openExternal(link);
      }
      case 'revealSource': {
        const source = this.#view?.sources[message.index];
        return source === undefined ? undefined : revealSource(this.#services.lastEditor, source);
      }
      case 'openVersion': {
        const version = this.#view?.versions[message.index];
        return version && vscode.commands.executeCommand(commandIds.openPaper, { key: version });
      }
      case 'searchFor': {
        const query = this.#view && factQuery(this.#view.shown, message.fact, message.index);
        return query && vscode.commands.executeCommand(commandIds.searchPapers, { query });
      }
      default:
        return undefined;
    }
  }

  #post(message: ToReader): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  /** One thing after the other, so that a slow paper never overwrites the one clicked after it. */
  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#after(this.#work, work);
  }

  async #after(before: Promise<unknown>, work: () => Promise<void>): Promise<void> {
    await before;
    await this.#services.guard.run('show a paper', work);
  }

  /** Ends the panel's work. What was typed last is still saved; what cannot be saved is put into an editor instead. */
  dispose(): void {
    // The page is gone: nothing can be told any more.
    this.#ready = false;
    this.#services.guard.background('save a note', async () => {
      await this.#notes.flush();
      for (const content of this.#notes.unsaved) await rescue(content);
      this.#notes.dispose();
      this.#store.dispose();
    });
  }
}

/** An untitled document: VS Code keeps it over a restart and asks before it goes. */
async function rescue(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  await vscode.window.showTextDocument(document, { preview: false });
  void showWarning(said`A note could not be saved where it belongs: its text is in this editor.`);
}
