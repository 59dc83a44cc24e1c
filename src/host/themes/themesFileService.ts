import * as vscode from 'vscode';
import { SerialQueue } from '../../core/serialQueue.ts';
import type { Problem } from '../../core/problem.ts';
import { plainMessage, type PlainText } from '../../core/text/plainText.ts';
import type { PaperEngine, ThemeChange } from '../../engine/paperEngine.ts';
import { DisposableStore } from '../disposableStore.ts';
import { ExpectedError, type Guard } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import { showError, showWarning } from '../ui/messages.ts';
import { themeChangeText } from './themeChangeText.ts';
import { ThemesFile, themesFileName, type ThemesText } from './themesFile.ts';
import { createThemes, editThemes, isFresh, openDocument, undoThemes, type WrittenThemes } from './writeThemes.ts';

/** What was read of the themes file; `uri` is undefined when there is none. */
export interface ReadThemes {
  readonly uri: vscode.Uri | undefined;
  readonly problems: readonly Problem[];
  /** Themes files of other folders, which do not count. */
  readonly unused: readonly vscode.Uri[];
}

/** A correction that was made, and can be taken back. */
export interface MadeChange {
  /** One sentence that says what was done, safe to be drawn by VS Code. */
  readonly text: PlainText;
  readonly kind: ThemeChange['kind'];
  /** Takes it back while it is the last one; rejects with an `ExpectedError` else. */
  readonly undo: () => Promise<void>;
}

interface Parts {
  readonly library: LibraryService;
  readonly guard: Guard;
}

/** So often a correction is planned anew because somebody else wrote into the file meanwhile. */
const mostTries = 8;
/** VS Code sees a change of a file on disk about so much later. */
const freshMilliseconds = 300;
/** Corrections that can be taken back. */
const mostUndone = 50;

/** The writer's own themes: knows their file, tells the engine what it says, and writes corrections into it. */
export class ThemesFileService implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #file = this.#store.add(new ThemesFile());
  readonly #read = this.#store.add(new vscode.EventEmitter<ReadThemes>());
  readonly #made = this.#store.add(new vscode.EventEmitter<MadeChange>());
  readonly #undid = this.#store.add(new vscode.EventEmitter<void>());
  readonly #queue = new SerialQueue();
  /** What the engine was told last. */
  #told: { readonly engine: PaperEngine; readonly text: string | undefined } | undefined;
  #current: ReadThemes = { uri: undefined, problems: [], unused: [] };
  /** The last one at the end. */
  readonly #undone: (readonly WrittenThemes[])[] = [];

  /** The file was read, and the themes follow it. */
  readonly onDidRead = this.#read.event;
  /** A correction was made. */
  readonly onDidChange = this.#made.event;
  /** The last correction was taken back. */
  readonly onDidUndo = this.#undid.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { library, guard } = parts;
    // The first papers that are shown stand where the writer wants them; an engine that was started again knows nothing.
    library.beforeLoad.add(() => this.#follow());
    this.#store.add(this.#file.onDidChange(() => guard.background('read the themes file', () => this.#follow())));
  }

  /** As it was read last. */
  get current(): ReadThemes {
    return this.#current;
  }

  /**
   * Writes a correction into the themes file, which is made where there is none, and resolves when the themes follow.
   * Several corrections are taken back as one. Calls are worked off in their order. Rejects with an `ExpectedError` that says
   * why a correction could not be made, or with a cancellation when that was said already.
   */
  async change(change: ThemeChange | readonly ThemeChange[]): Promise<void> {
    const changes: readonly ThemeChange[] = 'kind' in change ? [change] : change;
    // Right after start papers are still being read.
    await this.#parts.library.load();
    await this.#queue.run(() => this.#makeAll(changes));
  }

  /** Takes the last correction back. Rejects with an `ExpectedError` when there is none, or the file has changed since. */
  undo(): Promise<void> {
    return this.#queue.run(() => this.#undo(this.#undone.at(-1)));
  }

  async #undo(change: readonly WrittenThemes[] | undefined): Promise<void> {
    if (change === undefined) throw new ExpectedError('There is no change of the themes to take back.');
    if (change !== this.#undone.at(-1)) {
      throw new ExpectedError('The themes have changed since: "Undo Theme Change" takes the last change back first.');
    }
    for (const written of change.toReversed()) await undoThemes(written);
    this.#undone.pop();
    this.#undid.fire();
    await this.#tell(await this.#file.read());
  }

  async #makeAll(changes: readonly ThemeChange[]): Promise<void> {
    const written: WrittenThemes[] = [];
    const texts: string[] = [];
    try {
      for (const change of changes) {
        const labels = await this.#labels();
        const made = await this.#make(change);
        if (made === undefined) continue;
        written.push(made.written);
        const after = change.kind === 'split' ? await this.#labels() : labels;
        texts.push(themeChangeText(change, new Map([...after, ...labels]), made.theme));
      }
    } finally {
      if (written.length > 0) this.#undone.push(written);
      if (this.#undone.length > mostUndone) this.#undone.shift();
    }
    const [first] = changes;
    if (first === undefined || written.length === 0) return;
    const undo = (): Promise<void> => this.#queue.run(() => this.#undo(written));
    this.#made.fire({ text: plainMessage(texts.join(' '), 400), kind: first.kind, undo });
    const warning = written.at(-1)?.warning;
    if (warning !== undefined) void showWarning(plainMessage(warning, 300));
  }

  /** `undefined` when there was nothing to change. */
  async #make(
    change: ThemeChange,
  ): Promise<{ readonly written: WrittenThemes; readonly theme: string | undefined } | undefined> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const uri = await this.#file.find();
      const document = uri === undefined ? undefined : await openDocument(uri);
      if (document !== undefined && !(await isFresh(document))) {
        await new Promise((resolve) => setTimeout(resolve, freshMilliseconds));
        continue;
      }
      const text = document?.getText();
      // Plans are made for the text that the engine knows.
      await this.#tell(uri === undefined || text === undefined ? undefined : { uri, text });
      const plan = await this.#parts.library.engine.planThemeChange(change);
      if (!plan.ok) return this.#refuse(plan.error);
      if (plan.edits.length === 0) return undefined;
      // A large plan takes a while.
      if (document !== undefined && !(await isFresh(document))) continue;
      if (document?.getText() !== text) continue;
      const written =
        document === undefined ? await this.#create(plan.edits[0]?.text ?? '') : await editThemes(document, plan.edits);
      await this.#tell({ uri: written.uri, text: written.after });
      return { written, theme: plan.theme };
    }
    throw new ExpectedError(`${themesFileName} changes all the time: try again when whoever writes it has finished.`);
  }

  #create(text: string): Promise<WrittenThemes> {
    const { place } = this.#file;
    if (place === undefined) throw new ExpectedError('Open a folder first: your themes are kept in a file there.');
    return createThemes(place, text);
  }

  /** A file that cannot be written is shown on request, at the place that is to be mended. */
  #refuse(error: string): never {
    const { uri, problems } = this.#current;
    const problem = problems.find(({ severity }) => severity === 'error');
    if (uri === undefined || problem === undefined) throw new ExpectedError(error);
    const { guard } = this.#parts;
    guard.background('offer the themes file', async () => {
      const open = 'Open Themes File';
      const answer = await showError(plainMessage(error, 300), open);
      if (answer === open) await guard.run('open the themes file', () => this.open());
    });
    throw new vscode.CancellationError();
  }

  /** Shows the file in an editor, with the cursor at the first thing that is wrong with it. */
  async open(): Promise<void> {
    const uri = await this.#file.find();
    if (uri === undefined) {
      throw new ExpectedError('There is no themes file yet: it is made by your first change, such as "Rename Theme…".');
    }
    const [problem] = this.#current.problems;
    const { line, character } = problem?.range.start ?? { line: 0, character: 0 };
    const start = new vscode.Position(line, character);
    await vscode.window.showTextDocument(
      uri,
      problem === undefined ? {} : { selection: new vscode.Range(start, start) },
    );
  }

  async #labels(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#parts.library.engine.themes()).map(({ id, label }) => [id, label]));
  }

  /** Never rejects: a load waits for it. */
  async #follow(): Promise<void> {
    try {
      await this.#queue.run(async () => this.#tell(await this.#file.read()));
    } catch (error) {
      this.#parts.guard.report(`read ${themesFileName}`, error);
    }
  }

  async #tell(file: ThemesText | undefined): Promise<void> {
    const { library } = this.#parts;
    const { engine } = library;
    const text = file?.text;
    const known = this.#told?.engine === engine ? this.#told.text : undefined;
    const unused = file === undefined ? [] : await this.#file.others(file.uri);
    const isSame = text === known && sameUris([this.#current.uri, ...this.#current.unused], [file?.uri, ...unused]);
    if (isSame) return;
    const problems = await engine.setThemesFile(text);
    this.#told = { engine, text };
    this.#current = { uri: file?.uri, problems, unused };
    this.#read.fire(this.#current);
    library.themesChanged();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function sameUris(a: readonly (vscode.Uri | undefined)[], b: readonly (vscode.Uri | undefined)[]): boolean {
  return a.length === b.length && a.every((uri, at) => uri?.toString() === b[at]?.toString());
}
