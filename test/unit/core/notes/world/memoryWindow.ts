import { DraftJournal } from '../../../../../src/core/notes/draftJournal.ts';
import type { KeptNote, KeptState } from '../../../../../src/core/notes/keptNote.ts';
import type { NoteKeeper } from '../../../../../src/core/notes/noteKeeper.ts';
import type { NoteKeeperParts } from '../../../../../src/core/notes/noteParts.ts';
import type { NotePlace } from '../../../../../src/core/notes/notePorts.ts';
import { WindowNotes } from '../../../../../src/core/notes/windowNotes.ts';
import { utf8, type MemoryDisk, type MemoryJournal } from './memoryDisk.ts';
import { MemoryEditor } from './memoryEditor.ts';

/** The head of every note here. */
export const head = '---\ncitekey: a\n---\n\n';

/** The reader's page: it sends each edit at once, and joins what the host tells with what it has not heard of yet. */
class MemoryPage {
  text = '';
  base = 0;
  seq = 0;
  /** What was said last. */
  state: KeptState = 'saved';
  message: string | undefined;
  /** The last text that the host has on disk by its word. */
  confirmed = '';
  /** Texts sent, by number. */
  readonly sent = new Map<number, string>();
  acknowledged: (text: string) => void = () => undefined;
  took: (text: string) => void = () => undefined;
  told: (seq: number, state: KeptState) => void = () => undefined;

  receive(note: KeptNote): void {
    this.took(note.text);
    this.state = note.state;
    this.message = note.message;
    if (note.seq < this.seq || note.version < this.base) return;
    this.text = note.text;
    this.base = note.version;
  }

  hear(seq: number, state: KeptState, message: string | undefined): void {
    this.told(seq, state);
    this.state = state;
    this.message = message;
    const text = this.sent.get(seq);
    if (text === undefined || !['saved', 'draft', 'conflict'].includes(state)) return;
    if (state !== 'draft') this.confirmed = text;
    this.acknowledged(text);
  }

  /** A host that was started anew has another text, and numbers of its own; gives what it is to take in. */
  startAgain(note: KeptNote): { readonly base: string; readonly text: string } | undefined {
    const unsaved = this.text === this.confirmed ? undefined : { base: this.confirmed, text: this.text };
    Object.assign(this, { text: note.text, base: note.version, seq: 0, confirmed: note.text });
    this.sent.clear();
    return unsaved;
  }
}

/** One window: an extension host that may die, its reader page, and an editor. */
export class MemoryWindow {
  readonly disk: MemoryDisk;
  readonly journalFiles: MemoryJournal;
  readonly page = new MemoryPage();
  readonly name: string;
  host = 0;
  journal: DraftJournal;
  editor: MemoryEditor;
  notes = new WindowNotes();
  keeper: NoteKeeper | undefined;
  readonly reported: unknown[] = [];
  /** Where the note is found when it is no longer there. */
  movedTo: string | undefined;

  constructor(disk: MemoryDisk, journalFiles: MemoryJournal, name = 'a.md') {
    this.disk = disk;
    this.journalFiles = journalFiles;
    this.name = name;
    this.journal = this.#journal();
    this.editor = new MemoryEditor(disk, this.host, name);
  }

  /** Begins to open the note, in a new host or as a further reader of one; resolves when the steps have happened. */
  async start(host: number, beside?: MemoryWindow): Promise<void> {
    this.host = host;
    this.journal = beside?.journal ?? this.#journal();
    this.editor = beside?.editor ?? new MemoryEditor(this.disk, host, this.name);
    this.notes = beside?.notes ?? new WindowNotes();
    const { page } = this;
    const keeper = await this.notes.open(this.parts(this.name, this.editor), {
      text: (note) => page.receive(note),
      state: (seq, state, message) => page.hear(seq, state, message),
    });
    const unsaved = page.startAgain(keeper.note);
    page.state = keeper.note.state;
    page.message = keeper.note.message;
    keeper.readerStarted(unsaved);
    this.keeper = keeper;
  }

  parts(name: string, editor?: MemoryEditor): NoteKeeperParts {
    const { disk, host } = this;
    const { steps } = disk;
    return {
      place: this.#place(name, editor),
      findMoved: async () => (this.movedTo === undefined ? undefined : this.#place(this.movedTo)),
      journal: this.journal,
      key: 'a',
      newHead: head,
      utf8,
      clock: {
        now: () => steps.now,
        stamp: () => 'now',
        after: (milliseconds, work) => steps.after(host, milliseconds, work),
      },
      hash: async (bytes) => Buffer.from(bytes).toString('base64'),
      report: (error) => this.reported.push(error),
    };
  }

  #place(name: string, editor?: MemoryEditor): NotePlace {
    return {
      file: this.disk.fileOf(this.host, name),
      openText: () => editor?.openText(),
      follow: (events) => {
        editor?.followers.add(events);
        return () => editor?.followers.delete(events);
      },
    };
  }

  #journal(): DraftJournal {
    const files = this.journalFiles.filesOf(this.host);
    return new DraftJournal(files, utf8, { host: `h${this.host}`, pid: this.host }, (pid) =>
      this.disk.steps.isAlive(pid),
    );
  }

  /** The writer's text after an edit. */
  type(text: string): void {
    if (this.keeper === undefined || this.page.state === 'readOnly') return;
    const { page } = this;
    // The page sends only what is new.
    if (text === page.text) return;
    page.text = text;
    page.seq += 1;
    page.sent.set(page.seq, text);
    this.keeper.edit({ seq: page.seq, base: page.base, text });
  }

  die(): void {
    this.disk.steps.kill(this.host);
    this.keeper = undefined;
  }
}
