import { parseDraft } from '../../../../../src/core/notes/draft.ts';
import { isContained, restoreDraft } from '../../../../../src/core/notes/restoreDraft.ts';
import { MemoryDisk, MemoryJournal, utf8 } from './memoryDisk.ts';
import { head, MemoryWindow } from './memoryWindow.ts';
import { settle, Steps, type Fault } from './steps.ts';

/** The start of the note; a merge may add line ends, so these are never marks. */
const start = 'first\nsecond\nthird\n';
const firstMark = 0x4e00;

/** Every character that anybody writes is another one, three bytes long. */
const isMark = (one: string): boolean => one.charCodeAt(0) >= firstMark && one.charCodeAt(0) < 0xa000;

const marksOf = (text: string): string[] => text.split('').filter((one) => isMark(one));

/** Two windows on one note, their disk, their journal, and what must not be lost. */
export class NoteWorld {
  readonly steps = new Steps();
  readonly disk = new MemoryDisk(this.steps);
  readonly journal = new MemoryJournal(this.steps);
  readonly windows: readonly MemoryWindow[];
  /** Marks that somebody was told to be safe, or that another program wrote. */
  readonly required = new Set<string>();
  /** Those that our own code told to be safe. */
  readonly promised = new Set<string>();
  /** Marks that somebody who saw them took away. */
  readonly deleted = new Set<string>();
  #next = firstMark;
  #hosts = 0;

  constructor(isAtomic: boolean) {
    this.disk.isAtomic = isAtomic;
    this.disk.put('a.md', head + start);
    this.windows = [0, 1].map(() => new MemoryWindow(this.disk, this.journal));
    for (const window of this.windows) {
      window.page.acknowledged = (text) => {
        for (const mark of marksOf(text)) this.#promise(mark);
      };
    }
  }

  #promise(mark: string): void {
    this.required.add(mark);
    this.promised.add(mark);
  }

  mark(): string {
    this.#next += 1;
    return String.fromCharCode(this.#next);
  }

  window(index: number): MemoryWindow {
    const window = this.windows[index];
    if (window === undefined) throw new Error('there are two windows');
    return window;
  }

  /** A new host for the window: the old one is gone, its page may have survived it. */
  startHost(window: MemoryWindow, keepsPage: boolean): void {
    window.die();
    // What was under way there stays as it is.
    this.disk.halfWritten = false;
    if (!keepsPage) Object.assign(window.page, { text: '', confirmed: '' });
    this.#hosts += 1;
    const host = this.#hosts;
    void this.#start(window, host);
  }

  /** A file that cannot be read at that moment leaves the window without its note. */
  async #start(window: MemoryWindow, host: number): Promise<void> {
    try {
      await window.start(host);
      window.editor.overwritten = (...saved) => this.#overwritten(...saved);
    } catch {
      window.keeper = undefined;
    }
  }

  /**
   * Somebody who saw `before` left `after`. A mark of which a conflict made two counts as taken away with the first: the
   * second may be taken away by somebody who saw no other.
   */
  took(before: string, after: string): void {
    const left = marksOf(after);
    for (const mark of marksOf(before)) {
      const at = left.indexOf(mark);
      if (at < 0) this.deleted.add(mark);
      else left.splice(at, 1);
    }
  }

  /** VS Code compares times and sizes only. Saves of our own look themselves: they owe each other what they promised. */
  #overwritten(before: string, after: string, isAsked: boolean): void {
    const isOurs = (one: string): boolean => !isAsked && this.promised.has(one);
    this.took(
      before
        .split('')
        .filter((one) => !isOurs(one))
        .join(''),
      after,
    );
  }

  /** Replaces a stretch of a text, given in percent, by new marks. */
  edited(text: string, { at, length, insert }: { at: number; length: number; insert: number }): string {
    const from = Math.floor((text.length * at) / 100);
    const to = Math.min(text.length, from + Math.floor((text.length * length) / 400));
    let added = '';
    for (let count = 0; count < insert; count += 1) added += count === 2 ? '\n' : this.mark();
    const after = text.slice(0, from) + added + text.slice(to);
    this.took(text, after);
    return after;
  }

  /** Another program changes the note; its text has no head that it could damage. `age`: of the file's time. */
  outside(change: (body: string) => string, age: number): void {
    const file = this.disk.text('a.md');
    if (this.disk.halfWritten || file === undefined || !file.startsWith(head)) return;
    const body = change(file.slice(head.length));
    this.took(file, body);
    this.disk.put('a.md', head + body, age);
    for (const mark of marksOf(body)) this.required.add(mark);
  }

  /** A host looks for drafts that are left and restores or discards the first. */
  async recover(window: MemoryWindow, discards: boolean): Promise<void> {
    const { drafts } = await window.journal.list();
    const owners = new Set(this.windows.map(({ host }) => `h${host}`));
    const kept = drafts.find(({ draft }) => !owners.has(draft.owner.host));
    if (kept === undefined) return;
    if (isContained(kept.draft, this.disk.text('a.md'))) await window.journal.remove(kept);
    else if (discards) await window.journal.setAside(kept, this.steps.now);
    else {
      await restoreDraft(window.parts('a.md', window.editor), kept.draft);
      await window.journal.remove(kept);
    }
  }

  /** Everything that outlives every host. */
  safeText(): string {
    const notes = [...this.disk.files.keys()].map((name) => this.disk.text(name) ?? '');
    const drafts = [...this.journal.files.values()].map((bytes) => {
      const parsed = parseDraft(utf8.show(bytes));
      return parsed.kind === 'draft' ? parsed.draft.text : '';
    });
    return [...notes, ...drafts].join('\n');
  }

  /** Marks that are lost. */
  lost(): readonly string[] {
    const safe = new Set(this.safeText());
    return [...this.required].filter((mark) => !safe.has(mark) && !this.deleted.has(mark));
  }

  /** The writer closes an editor with this text without saving: what stands only there, and nobody promised to keep, goes. */
  discards(text: string): void {
    const onDisk = new Set([...this.disk.files.keys()].map((name) => this.disk.text(name) ?? '').join(''));
    for (const mark of marksOf(text)) if (!onDisk.has(mark) && !this.required.has(mark)) this.deleted.add(mark);
  }

  setFault(where: 'disk' | 'journal', fault: Fault): void {
    this[where].faults.push(fault);
  }

  /** No more faults: everything comes to rest. */
  async rest(): Promise<void> {
    this.disk.faults.length = 0;
    this.journal.faults.length = 0;
    for (let round = 0; round < 3; round += 1) {
      for (const window of this.windows) window.keeper?.look();
      await this.steps.finish(12_000);
    }
    await settle();
  }
}
