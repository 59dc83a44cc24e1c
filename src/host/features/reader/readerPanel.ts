import * as vscode from 'vscode';
import { newNoteHead } from '../../../core/notes/noteDocument.ts';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { parseFromReader } from '../../../protocol/parseReaderMessage.ts';
import type { FromReader, ReaderNote, ToReader } from '../../../protocol/readerMessages.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import { NoteSession } from '../../notes/noteSession.ts';
import type { Services } from '../../services.ts';
import { readerHtml, readerRoots } from './readerHtml.ts';
import { readerView, type ReaderView } from './readerPaper.ts';

const maxTabTitle = 40;

type UnsavedEdit = NonNullable<Extract<FromReader, { type: 'ready' }>['unsaved']>;

/** One reader: a webview panel that shows one paper at a time and edits its note. */
export class ReaderPanel implements vscode.Disposable {
  readonly #services: Services;
  readonly #panel: vscode.WebviewPanel;
  readonly #store = new DisposableStore();
  #key: string;
  #view: ReaderView | undefined;
  #session: NoteSession | undefined;
  /** A note that cannot be had, and why. */
  #noteFailure: string | undefined;
  #ready = false;
  #work: Promise<void> = Promise.resolve();

  constructor(services: Services, panel: vscode.WebviewPanel, key: string) {
    this.#services = services;
    this.#panel = panel;
    this.#key = key;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: readerRoots(services.extensionUri) };
    this.#store.add(webview.onDidReceiveMessage((message) => this.#receive(message)));
    this.#store.add(services.library.onDidChange(() => this.#enqueue(() => this.#refresh())));
    const flush = (): Promise<void> => this.#session?.flush() ?? Promise.resolve();
    services.beforeClose.add(flush);
    this.#store.add({ dispose: () => services.beforeClose.delete(flush) });
    panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.svg');
    webview.html = readerHtml(webview, services.extensionUri);
    this.show(key);
  }

  get panel(): vscode.WebviewPanel {
    return this.#panel;
  }

  /** Shows a paper; the note of the one before is saved first. */
  show(key: string): void {
    this.#key = key;
    this.#enqueue(() => this.#open(key));
  }

  async #open(key: string): Promise<void> {
    // A later click counts.
    if (key !== this.#key) return;
    const { library, guard } = this.#services;
    let paper = await library.engine.paper(key);
    if (paper === undefined) {
      await library.load();
      paper = await library.engine.paper(key);
    }
    if (paper === undefined) {
      this.#post({ type: 'gone', key });
      return;
    }
    const view = readerView(paper);
    if (this.#view?.shown.key !== view.shown.key) {
      await this.#session?.flush();
      this.#session?.dispose();
      this.#session = undefined;
      this.#session = await guard.run('open a note', () => this.#openNote(paper));
    }
    this.#view = view;
    this.#panel.title = shorten(singleLine(paper.title), maxTabTitle);
    this.#postPaper(false);
  }

  async #openNote(paper: PaperDetails): Promise<NoteSession | undefined> {
    const { notes: store, guard } = this.#services;
    this.#noteFailure = undefined;
    const { key } = paper;
    try {
      const uri = await store.locate(paper);
      if (uri === undefined) {
        this.#noteFailure = 'Notes need a folder: open one with "File: Open Folder".';
        return undefined;
      }
      const parts = { store, guard, uri, newHead: newNoteHead(paper) };
      return await NoteSession.open(parts, {
        text: (note) => this.#post({ type: 'noteText', key, note }),
        state: (seq, state, message) => this.#post({ type: 'noteState', key, seq, state, message }),
      });
    } catch (error) {
      guard.report('open a note', error);
      const reason = error instanceof Error ? error.message : String(error);
      this.#noteFailure = `The note could not be read: ${reason}`;
      return undefined;
    }
  }

  /** The library changed: the same paper may read otherwise now, or be gone. */
  async #refresh(): Promise<void> {
    if (this.#view === undefined) {
      await this.#open(this.#key);
      return;
    }
    const { key } = this.#view.shown;
    const paper = await this.#services.library.engine.paper(key);
    if (paper === undefined) {
      this.#post({ type: 'gone', key });
      return;
    }
    const view = readerView(paper);
    if (view.shown.key !== key) {
      this.#key = view.shown.key;
      await this.#open(view.shown.key);
      return;
    }
    this.#view = view;
    this.#panel.title = shorten(singleLine(paper.title), maxTabTitle);
    this.#postPaper(true);
  }

  #postPaper(refresh: boolean): void {
    if (this.#view === undefined) return;
    this.#post({ type: 'show', paper: this.#view.shown, note: this.#note(), refresh });
  }

  #note(): ReaderNote {
    if (this.#session !== undefined) return this.#session.note;
    const message = this.#noteFailure ?? 'The note could not be opened.';
    return { text: '', version: 1, seq: 0, state: 'readOnly', message };
  }

  #receive(raw: unknown): void {
    const parsed = parseFromReader(raw);
    if (!parsed.ok) {
      this.#services.log.warn(`The reader sent something else: ${parsed.error}`);
      return;
    }
    const message = parsed.value;
    if (message.type === 'ready') {
      this.#enqueue(async () => this.#start(message.unsaved));
      return;
    }
    // About another paper than the one shown: late, and without effect.
    if (this.#view === undefined || message.key !== this.#view.shown.key) return;
    if (message.type === 'edit') this.#session?.edit(message);
    else this.#services.guard.background('reader', () => this.#act(message));
  }

  #start(unsaved: UnsavedEdit | undefined): void {
    this.#ready = true;
    const own = unsaved !== undefined && unsaved.key === this.#view?.shown.key ? unsaved : undefined;
    this.#session?.readerStarted(own);
    this.#postPaper(false);
  }

  #act(message: Exclude<FromReader, { type: 'ready' | 'edit' }>): unknown {
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
        if (source === undefined) return undefined;
        const { line, character } = source.range.start;
        const selection = new vscode.Range(line, character, line, character);
        return vscode.window.showTextDocument(vscode.Uri.parse(source.uri, true), {
          selection,
          viewColumn: vscode.ViewColumn.One,
        });
      }
    }
  }

  #post(message: ToReader): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  /** One thing after the other, so that a slow paper never overwrites the one clicked after it. */
  #enqueue(work: () => unknown): void {
    this.#work = this.#work.then(async () => {
      await this.#services.guard.run('show a paper', async () => {
        await work();
      });
    });
  }

  /** Ends the panel's work; what was typed last is still saved. */
  dispose(): void {
    const session = this.#session;
    this.#services.guard.background('save a note', async () => {
      await session?.flush();
      session?.dispose();
      this.#store.dispose();
    });
  }
}
