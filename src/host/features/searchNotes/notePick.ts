import * as vscode from 'vscode';
import { DrawnLists } from '../../../core/picking/drawnLists.ts';
import { LatestQuestion } from '../../../core/picking/latestQuestion.ts';
import { said } from '../../../core/text/plainText.ts';
import type { NoteAnswer } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { createQuickPick, setTexts, type QuickPick } from '../../ui/inputs.ts';
import { textColumn } from '../../ui/textColumn.ts';
import { isNote, noteRows, type FoundNotes, type NoteRow } from './noteRows.ts';

const shownRows = 50;

/** One quick pick over the notes, from its opening to its end. */
export class NotePick {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #pick: QuickPick<NoteRow>;
  readonly #lists = new DrawnLists<NoteRow>(() => ({ label: '', kind: vscode.QuickPickItemKind.Separator }));
  /** `crypto.randomUUID` is missing where a web host is not served over https. */
  readonly #session = `notes ${Math.random().toString(36)}`;
  readonly #questions = new LatestQuestion<FoundNotes>({
    ask: (value, number) => this.#answer(value, number),
    giveUp: (value) => ({ value, state: 'failed', answers: [], notes: 0 }),
  });
  /** Enter came before the answer to what is typed. */
  #acceptNext = false;
  #isClosed = false;

  constructor(services: Services, value = '') {
    this.#services = services;
    const texts = { title: said`Search Notes`, placeholder: said`Words of your notes, "words together", -without` };
    this.#pick = this.#store.add(createQuickPick<NoteRow>(texts));
    this.#pick.value = value;
    this.#pick.matchOnDescription = true;
    this.#pick.matchOnDetail = true;
    // The engine's order is the order on screen. The property exists at run time only (microsoft/vscode#73904).
    Object.assign(this.#pick, { sortByLabel: false });
  }

  show(): void {
    const { library, noteFiles } = this.#services;
    const pick = this.#pick;
    this.#store.add(pick.onDidChangeValue(() => this.#typed()));
    this.#store.add(pick.onDidChangeActive((rows) => this.#lists.activeIs(rows)));
    this.#store.add(pick.onDidAccept(() => this.#accept()));
    this.#store.add(pick.onDidTriggerItemButton(({ item }) => this.#open(this.#lists.meant(item), 'file')));
    this.#store.add(pick.onDidHide(() => this.#close()));
    this.#store.add(library.onDidChange(() => this.#ask()));
    this.#store.add(library.onDidChangeState(() => this.#ask()));
    this.#store.add(noteFiles.onDidChange(() => this.#ask()));
    this.#ask();
    pick.show();
    this.#services.guard.background('look for notes', async () => {
      await noteFiles.look();
      await noteFiles.whenRead();
      this.#ask();
    });
  }

  #typed(): void {
    this.#acceptNext = false;
    this.#ask();
  }

  #ask(): void {
    if (this.#isClosed) return;
    this.#services.guard.background('search notes', async () => {
      const found = await this.#questions.ask(this.#pick.value);
      if (found === undefined || found.value !== this.#pick.value || this.#isClosed) return;
      this.#draw(found);
      if (this.#acceptNext) this.#accept();
    });
  }

  async #answer(value: string, number: number): Promise<FoundNotes | undefined> {
    const { library, guard } = this.#services;
    try {
      const turn = { session: this.#session, number };
      const result = await library.engine.searchNotes({ query: value, limit: shownRows, turn });
      if (result.superseded) return undefined;
      return { value, state: this.#state, answers: result.answers, notes: result.notes };
    } catch (error) {
      // An engine that has stopped is started again: `library` says so, and its change asks anew.
      if (library.state !== 'loading') guard.report('search notes', error);
      return { value, state: library.state === 'loading' ? 'indexing' : 'failed', answers: [], notes: 0 };
    }
  }

  get #state(): FoundNotes['state'] {
    const { library, noteFiles } = this.#services;
    if (library.state === 'failed') return 'failed';
    return noteFiles.isComplete ? 'complete' : 'indexing';
  }

  /** The same question again leaves the cursor on its note. */
  #draw(found: FoundNotes): void {
    const pick = this.#pick;
    const before = this.#lists.answers(found.value) ? this.#lists.activeFor(found.value) : undefined;
    const rows = noteRows(found);
    const notes = rows.filter(isNote);
    const same = notes.find(({ note }) => before !== undefined && isNote(before) && before.note.uri === note.uri);
    const active = same ?? notes[0];
    setTexts(pick, { title: found.state === 'indexing' ? said`Search Notes (reading…)` : said`Search Notes` });
    pick.busy = found.state === 'indexing';
    pick.keepScrollPosition = same !== undefined;
    pick.items = this.#lists.hand({ question: found.value, rows, ticked: [], active });
    if (active !== undefined) pick.activeItems = [active];
  }

  #accept(): void {
    const { value } = this.#pick;
    // Until the answer is there, the rows on screen are for what was typed before.
    this.#acceptNext = !this.#lists.answers(value);
    if (!this.#acceptNext) this.#open(this.#lists.activeFor(value), 'paper');
  }

  #open(row: NoteRow | undefined, as: 'paper' | 'file'): void {
    if (row === undefined || !isNote(row)) return;
    const { note } = row;
    this.#close();
    void this.#services.guard.run('Search Notes', async () => {
      if (as === 'file' || note.row === undefined) await this.#openFile(note);
      else await vscode.commands.executeCommand(commandIds.openPaper, { key: note.row.key, focus: 'note' });
    });
  }

  async #openFile({ uri, line }: NoteAnswer): Promise<void> {
    const selection = new vscode.Range(line, 0, line, 0);
    const viewColumn = textColumn(this.#services.lastEditor);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { preview: false, viewColumn, selection });
  }

  #close(): void {
    this.#isClosed = true;
    this.#questions.withdraw();
    this.#store.dispose();
  }
}
