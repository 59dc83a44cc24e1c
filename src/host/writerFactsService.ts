import * as vscode from 'vscode';
import { scanCitations } from '../core/citations/pandoc/scanCitations.ts';
import type { PaperMarks } from '../core/marks/paperMarks.ts';
import { noteFileName } from '../core/notes/noteFileName.ts';
import { namesOf, type NamedPaper } from '../core/readingLists.ts';
import type { PaperEngine, WriterFacts } from '../engine/paperEngine.ts';
import type { SettingsReader } from './adapters/settings.ts';
import type { Guard } from './guard.ts';
import type { LibraryService } from './libraryService.ts';
import type { ReadingStates } from './readingStates.ts';
import type { RecentPapers } from './recentPapers.ts';
import type { LastTextEditor } from './ui/lastTextEditor.ts';

/** Languages in which citations are written as pandoc reads them. */
export const markdownLanguages: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd']);

/** A folder of notes that answers later (on a slow network) is taken as it was the last time. */
const notesMilliseconds = 500;

interface Parts {
  readonly library: LibraryService;
  readonly lastEditor: LastTextEditor;
  readonly recent: RecentPapers;
  readonly readingStates: ReadingStates;
  readonly settings: SettingsReader;
  readonly guard: Guard;
}

/** The citations of a text at one version of it. */
interface ScannedText {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly keys: readonly string[];
}

/** Tells the engine what only the host knows of papers, which decides `is:` and `has:note` and the order among equals. */
export class WriterFactsService implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #subscription: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  /** To which engine the facts went. */
  #toldTo: PaperEngine | undefined;
  #facts: WriterFacts = { cited: [], recent: [], noteFiles: [] };
  #cited: ReadonlySet<string> = new Set();
  #noted: ReadonlySet<string> = new Set();
  #scanned: ScannedText | undefined;
  #selected: readonly string[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    // An engine that was started again knows nothing yet, and who told the last one does not hear of that.
    this.#subscription = parts.library.onDidChangeState(() => {
      if (this.#toldTo === undefined || this.#toldTo === parts.library.engine) return;
      parts.guard.background('tell what is cited', () => this.tell());
    });
  }

  /** The engine knows something new: rows may have other marks, groups and filters other papers. */
  readonly onDidChange = this.#changed.event;

  /** As the engine was told last. */
  get current(): WriterFacts {
    return this.#facts;
  }

  /** What the writer did with a paper, by any of its keys; as the engine was told last, the reading state as it is. */
  marksOf(paper: NamedPaper): PaperMarks {
    const names = namesOf(paper);
    return {
      noted: this.#noted.size > 0 && names.some((name) => this.#noted.has(noteFileName(name))),
      cited: names.some((name) => this.#cited.has(name)),
      state: this.#parts.readingStates.stateOf(paper),
    };
  }

  /**
   * Tells the engine what holds now, if it does not know it yet; what is asked of it afterwards goes by that. Cheap: reads
   * one folder per workspace folder and the text only if it changed. Never rejects, and takes half a second at most.
   */
  async tell(): Promise<void> {
    const noteFiles = await this.#noteFiles();
    const { recent, readingStates } = this.#parts;
    const facts = {
      cited: this.#citedNow(),
      recent: recent.keys,
      noteFiles,
      ...readingStates.lists,
      selected: this.#selected,
    };
    const { engine } = this.#parts.library;
    if (this.#toldTo === engine && JSON.stringify(facts) === JSON.stringify(this.#facts)) return;
    this.#facts = facts;
    this.#cited = new Set(facts.cited);
    this.#noted = new Set(noteFiles);
    this.#toldTo = engine;
    try {
      await engine.setWriterFacts(facts);
    } catch {
      // It has stopped, which the library says. The next one is told when it runs.
    }
    this.#changed.fire();
  }

  /** From now on `is:selected` finds these papers. */
  async select(keys: readonly string[]): Promise<void> {
    this.#selected = keys;
    await this.tell();
  }

  /** Keys cited in the text that is being written. */
  #citedNow(): readonly string[] {
    const document = this.#parts.lastEditor.current?.document;
    if (document === undefined || !markdownLanguages.has(document.languageId)) return [];
    if (this.#scanned?.document !== document || this.#scanned.version !== document.version) {
      const items = scanCitations(document.getText()).clusters.flatMap((cluster) => cluster.items);
      this.#scanned = { document, version: document.version, keys: [...new Set(items.map(({ key }) => key))] };
    }
    return this.#scanned.keys;
  }

  async #noteFiles(): Promise<readonly string[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), notesMilliseconds);
    });
    const names = await Promise.race([Promise.all(folders.map((folder) => this.#notesOf(folder))), late]);
    clearTimeout(timer);
    return names === undefined ? this.#facts.noteFiles : [...new Set(names.flat())].sort();
  }

  async #notesOf(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
    const notes = vscode.Uri.joinPath(folder.uri, this.#parts.settings.of(folder).notesFolder);
    try {
      const entries = await vscode.workspace.fs.readDirectory(notes);
      return entries
        .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && name.endsWith('.md'))
        .map(([name]) => name);
    } catch {
      // No folder, no notes.
      return [];
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
