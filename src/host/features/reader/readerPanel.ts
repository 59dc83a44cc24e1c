import type * as vscode from 'vscode';
import type { PaperTrail } from '../../../core/reading/paperTrail.ts';
import type { NamedPaper } from '../../../core/readingLists.ts';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { FromReader, ToReader } from '../../../protocol/readerMessages.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import type { Shown } from '../../ui/shownPaper.ts';
import { findPaper } from './findPaper.ts';
import { ReaderNotes, type UnsavedEdit } from './readerNotes.ts';
import { ReaderPage, type ReaderRequest } from './readerPage.ts';
import { readerView, type ReaderView } from './readerPaper.ts';
import { SeenWork } from './seenWork.ts';
import { Surroundings, type OwnPlace } from './surroundings.ts';

const maxTabTitle = 40;

/** What a reader needs of those around it. */
export interface ReaderOwner {
  /** Another paper, or the panel came to the front, was hidden, pinned, or lost the focus. */
  changed(reader: ReaderPanel): void;
  act(reader: ReaderPanel, request: ReaderRequest): unknown;
}

/** What a reader is made with. */
export interface ReaderStart {
  readonly pinned: boolean;
  readonly trail: PaperTrail;
  /** It takes the place of one that lost its host: of which paper, and who hears whether its page has found everything. */
  readonly rescue?: { readonly key: string; readonly started: (complete: boolean) => void } | undefined;
}

/** How a paper comes into a reader. */
export interface Showing {
  /** The group of the tree that it is read in, where that is known. */
  readonly group?: string | undefined;
  /** A step along the trail of papers read; `restore` is no reading at all. A new paper when undefined. */
  readonly step?: 'back' | 'forward' | 'restore' | undefined;
}

/** One reader: a webview panel that shows one paper at a time and edits its note. Works only while it is to be seen. */
export class ReaderPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly trail: PaperTrail;
  readonly surroundings: Surroundings;
  readonly #services: Services;
  readonly #owner: ReaderOwner;
  readonly #store = new DisposableStore();
  readonly #page: ReaderPage;
  readonly #refreshing: SeenWork;
  readonly #notes: ReaderNotes;
  #pinned: boolean;
  #view: ReaderView | undefined;
  /** The paper that is shown, or will be when its note is there. */
  #wanted: string | undefined;
  /** The paper shown, by its keys. */
  #named: NamedPaper | undefined;
  #group: string | undefined;
  #lastOpened: number | undefined;
  /** The note is to get the keyboard as soon as the page has it. */
  #wantsNote = false;
  /** Counts papers: who waits sees whether another one came. */
  #number = 0;
  /** What an earlier life of the panel showed is on its way. */
  #showing: Promise<void> = Promise.resolve();

  constructor(services: Services, owner: ReaderOwner, panel: vscode.WebviewPanel, start: ReaderStart) {
    const { pinned, trail, rescue } = start;
    this.#services = services;
    this.#owner = owner;
    this.panel = panel;
    this.trail = trail;
    this.#pinned = pinned;
    const post = (message: ToReader): void => this.#page.post(message);
    this.#notes = new ReaderNotes(services, post);
    this.surroundings = new Surroundings(services, post, () => this.#ownPlace());
    const started = (unsaved: UnsavedEdit | undefined, rescued: boolean): Promise<void> => {
      rescue?.started(rescued);
      return this.#start(unsaved);
    };
    const asked = (request: ReaderRequest): void => {
      // About a paper that is not shown any more it is stale.
      if (request.key === this.key) void services.guard.run('reader', () => owner.act(this, request));
    };
    const edited = (edit: Extract<FromReader, { type: 'edit' }>): void => {
      if (this.#notes.edit(edit) || edit.key !== this.key) return;
      // Nobody has the note open, whatever the reason: the page is told of it anew, and sends again what it does not hold.
      services.guard.background('open a note again', () => this.restore(edit.key));
    };
    const listener = { started, asked, edited };
    this.#page = new ReaderPage(services, panel, listener, rescue?.key);
    this.#refreshing = new SeenWork(
      () => panel.visible,
      () => this.#refreshNow(),
    );
    this.#follow();
  }

  #follow(): void {
    const { library, readingStates, lastSearch, shownTree, citedPlaces } = this.#services;
    const refresh = (): void => this.#services.guard.background('refresh the reader', () => this.#refreshing.want());
    const around = (look: () => void) => (): void => (this.panel.visible ? look() : refresh());
    this.#store.add(this.panel.onDidChangeViewState(() => this.#viewStateChanged()));
    this.#store.add(library.onDidChange(refresh));
    this.#store.add(readingStates.onDidChange(refresh));
    this.#store.add(lastSearch.onDidChange(refresh));
    this.#store.add(shownTree.onDidChange(around(() => this.surroundings.placeChanged())));
    this.#store.add(citedPlaces.onDidChange(around(() => this.surroundings.citedElsewhere())));
  }

  /** The key of the paper shown; `undefined` before the first one. */
  get key(): string | undefined {
    return this.#view?.shown.key;
  }

  get view(): ReaderView | undefined {
    return this.#view;
  }

  get shown(): Shown | undefined {
    const { visible, active } = this.panel;
    return this.#named && { paper: this.#named, visible, active };
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  pin(pinned: boolean): void {
    this.#pinned = pinned;
    this.surroundings.placeChanged();
    this.#owner.changed(this);
  }

  /** Shows a paper instead of the one before. Resolves when it is shown, or another one is wanted. */
  async show(paper: PaperDetails, { group, step }: Showing = {}): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    this.#wanted = paper.key;
    if (this.key !== undefined) this.#leave(this.key);
    await this.#notes.open(paper);
    // It was passed before it was shown.
    if (number !== this.#number) return this.#leave(paper.key);
    this.#walk(paper, step);
    this.#group = group;
    this.#draw(paper);
    this.#postPaper(false);
    this.#lookAround();
    this.#owner.changed(this);
  }

  /** The note of a paper that is not shown any more; of one that was asked for twice it is needed still. */
  #leave(key: string): void {
    if (key !== this.#wanted) this.#notes.leave(key);
  }

  #walk(paper: PaperDetails, step: Showing['step']): void {
    const { opened } = this.#services;
    this.#lastOpened = opened.lastTime(paper);
    if (step !== 'restore') opened.opened(paper);
    if (step === 'back' || step === 'forward') this.trail.step(step);
    else this.trail.visit(paper.key);
  }

  /** Shows the paper that an earlier life of the panel showed, as soon as the library has it. */
  restore(key: string): Promise<void> {
    this.#showing = this.#restore(key);
    return this.#showing;
  }

  async #restore(key: string): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    const paper = await findPaper(this.#services.library, key);
    if (number !== this.#number) return;
    if (paper === undefined) this.#page.post({ type: 'gone', key });
    else await this.show(paper, { step: 'restore' });
  }

  /** Gives the focus to the reader, or to the note in it. */
  focus(part: 'reader' | 'note'): void {
    this.panel.reveal(undefined, false);
    this.#wantsNote = part === 'note';
    this.#tellFocus();
  }

  /** The page must have the paper before its note can have the keyboard. */
  #tellFocus(): void {
    const { key } = this;
    if (!this.#wantsNote || !this.#page.isReady || key === undefined) return;
    this.#wantsNote = false;
    this.#page.post({ type: 'focusNote', key });
  }

  /** For the note of the paper shown. */
  async noteAction(action: 'retry' | 'compare'): Promise<void> {
    if (this.key !== undefined) await this.#notes.act(this.key, action);
  }

  #viewStateChanged(): void {
    // The page of a hidden panel is gone: it starts anew when it is seen again.
    if (!this.panel.visible) this.#page.gone();
    else this.#services.guard.background('refresh the reader', () => this.#refreshing.resume());
    this.#owner.changed(this);
  }

  /** The same paper may read otherwise now, have another key, or be gone. */
  async #refreshNow(): Promise<void> {
    const number = this.#number;
    const { key } = this;
    if (key === undefined) return;
    const paper = await this.#services.library.engine.paper(key);
    if (number !== this.#number) return;
    if (paper === undefined) this.#page.post({ type: 'gone', key });
    else if (paper.key === key) this.#redraw(paper);
    else {
      this.trail.rename(paper.key);
      await this.show(paper, { step: 'restore', group: this.#group });
    }
  }

  #redraw(paper: PaperDetails): void {
    const before = JSON.stringify(this.#view?.shown);
    this.#draw(paper);
    if (JSON.stringify(this.#view?.shown) !== before) this.#postPaper(true);
    this.#lookAround();
  }

  #draw(paper: PaperDetails): void {
    const { readingStates, lastSearch } = this.#services;
    this.#view = readerView(paper, {
      reading: readingStates.stateOf(paper),
      lastOpened: this.#lastOpened,
      query: lastSearch.query,
    });
    this.#named = { key: paper.key, aliases: paper.aliases };
    this.panel.title = shorten(singleLine(paper.title), maxTabTitle);
  }

  #lookAround(): void {
    if (this.#named !== undefined) this.surroundings.show({ paper: this.#named, group: this.#group });
  }

  /** Along the papers read; a pinned reader keeps its paper. */
  get canGo(): { readonly back: boolean; readonly forward: boolean } {
    const { back, forward } = this.trail;
    return { back: !this.#pinned && back !== undefined, forward: !this.#pinned && forward !== undefined };
  }

  #ownPlace(): OwnPlace {
    const { back, forward } = this.canGo;
    return { canGoBack: back, canGoForward: forward, pinned: this.#pinned };
  }

  #postPaper(refresh: boolean): void {
    if (this.#view === undefined || !this.#page.isReady) return;
    const { shown } = this.#view;
    this.#page.post({ type: 'show', paper: shown, note: this.#notes.noteOf(shown.key), refresh });
    this.#tellFocus();
  }

  /** The page is up. What an earlier page could not get saved is taken in, whichever paper it was about. */
  async #start(unsaved: UnsavedEdit | undefined): Promise<void> {
    const own = unsaved?.key === this.key ? unsaved : undefined;
    if (this.key !== undefined) this.#notes.started(this.key, own);
    this.#postPaper(false);
    this.surroundings.tellAgain();
    if (unsaved !== undefined && own === undefined) await this.#recover(unsaved);
  }

  /** An edit of another paper than the one shown, or of the one that is still to come. */
  async #recover(unsaved: UnsavedEdit): Promise<void> {
    const paper = await findPaper(this.#services.library, unsaved.key);
    if (paper === undefined) {
      this.#services.log.warn(`An unsaved note belongs to "${unsaved.key}", which is not in the library.`);
      return;
    }
    await this.#notes.recover(paper, unsaved);
    await this.#showing;
    if (paper.key === this.key)
      this.#page.post({ type: 'noteText', key: paper.key, note: this.#notes.noteOf(paper.key) });
    else this.#leave(paper.key);
  }

  /** Ends the panel's work; its note is saved behind it. */
  dispose(): void {
    // The page is gone: nothing can be told any more.
    this.#page.gone();
    this.#number += 1;
    this.surroundings.dispose();
    this.#services.guard.background('save a note', async () => {
      await this.#notes.end();
      this.#store.dispose();
    });
  }
}
