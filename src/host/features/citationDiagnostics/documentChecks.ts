import * as vscode from 'vscode';
import type { Finding } from '../../../core/citations/check/finding.ts';
import { unlessTyped } from '../../../core/citations/check/typedKey.ts';
import type { CheckedText } from '../../citationChecks/citationChecks.ts';
import { mayCite } from '../../citedPlaces/citingDocuments.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { openDocument, textOf } from '../../files/textOf.ts';
import type { Services } from '../../services.ts';
import { hasTab } from '../../ui/hasTab.ts';
import { findingDiagnostics } from './findingDiagnostics.ts';
import { TypingPlace } from './typingPlace.ts';

/** A check comes this long after the last key, and for long documents after some more. */
const pauseMilliseconds = 300;
const millisecondsPerThousandLines = 10;
/** What happens within a moment, such as many editors that are restored, leads to one look at them. */
const collectMilliseconds = 50;

/**
 * Keeps the findings of documents in VS Code's list of problems: those that are to be seen as they are written, all others
 * that have findings when the library changes. What was found stays while the library is read or has stopped.
 */
export class DocumentChecks implements vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection('paperside citations'));
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** By document: the version and the state of everything else that was checked last. */
  readonly #checked = new Map<string, string>();
  /** Files that were checked as a part of the workspace: their findings outlive their editors. */
  readonly #ofWorkspace = new Set<string>();
  readonly #typing: TypingPlace;
  /** The document of which a finding is left out, and the version of its text: the writer is still typing the key. */
  #leftOut: { readonly document: vscode.TextDocument; readonly version: number } | undefined;
  /** Grows with everything but the text that findings go by. */
  #round = 0;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#typing = new TypingPlace(services);
    const { library, settings, citationChecks } = services;
    const renew = (): void => this.#renew();
    this.#store.add(library.onDidChange(renew));
    this.#store.add(library.onDidChangeState(renew));
    this.#store.add(settings.onDidChangeView(renew));
    this.#store.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#look()));
    this.#store.add(vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)));
    this.#store.add(vscode.window.onDidChangeTextEditorSelection(() => this.#caretMoved()));
    this.#store.add(vscode.window.onDidChangeActiveTextEditor(() => this.#caretMoved()));
    this.#store.add(citationChecks.onDidChangeBibliography(renew));
    this.#store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)));
    // VS Code may keep a document for minutes after its last editor.
    this.#store.add(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed)
          if (input instanceof vscode.TabInputText && !hasTab(input.uri)) this.#closed(input.uri);
      }),
    );
    this.#store.add(vscode.workspace.onDidDeleteFiles(({ files }) => this.#gone(files)));
    this.#store.add(vscode.workspace.onDidRenameFiles(({ files }) => this.#gone(files.map(({ oldUri }) => oldUri))));
    this.#look();
  }

  /** Checks a text as a part of the workspace. Resolves to how many things are wrong with it. Rejects as `check` does. */
  async checkInWorkspace(uri: vscode.Uri, text: string): Promise<number> {
    const open = openDocument(uri);
    this.#ofWorkspace.add(uri.toString());
    return this.#check({ uri, text: open?.getText() ?? text, languageId: open?.languageId });
  }

  /** Something else than a text changed: all that is shown is checked anew. */
  #renew(): void {
    this.#round += 1;
    this.#look();
  }

  #look(): void {
    this.#lookTimer ??= setTimeout(() => {
      this.#lookTimer = undefined;
      if (!this.#services.citationChecks.isReady) return;
      const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
      const open = vscode.workspace.textDocuments.filter(
        (document) => visible.has(document) || this.#collection.has(document.uri),
      );
      for (const document of open) this.#checkOpen(document);
      const opened = new Set(open.map(({ uri }) => uri.toString()));
      const closed: vscode.Uri[] = [];
      this.#collection.forEach((uri) => (opened.has(uri.toString()) ? undefined : closed.push(uri)));
      this.#services.guard.background('check files again', () => this.#checkClosed(closed, this.#round));
    }, collectMilliseconds);
  }

  #changed(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    this.#typing.note(event);
    // What was found in a hidden one, which an edit of many documents may change, must not be out of date.
    const isShown =
      this.#collection.has(document.uri) ||
      vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    if (!isShown || !mayCite(document, this.#services.settings.current.citationSyntax)) return;
    const id = document.uri.toString();
    clearTimeout(this.#timers.get(id));
    const delay = pauseMilliseconds + (document.lineCount / 1_000) * millisecondsPerThousandLines;
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.#checkOpen(document);
    }, delay);
    this.#timers.set(id, timer);
  }

  #closed(uri: vscode.Uri): void {
    const id = uri.toString();
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#checked.delete(id);
    if (!this.#ofWorkspace.has(id)) this.#forget(uri);
    // Unsaved changes were given up, perhaps.
    else this.#services.guard.background('check a closed file', () => this.#checkClosed([uri], this.#round));
  }

  /** Files and folders. */
  #gone(uris: readonly vscode.Uri[]): void {
    const known: vscode.Uri[] = [];
    this.#collection.forEach((uri) => known.push(uri));
    for (const uri of known) {
      if (!uris.some((gone) => uri.path === gone.path || uri.path.startsWith(`${gone.path}/`))) continue;
      this.#ofWorkspace.delete(uri.toString());
      this.#forget(uri);
    }
  }

  #forget(uri: vscode.Uri): void {
    this.#collection.delete(uri);
    this.#services.citationChecks.remember(uri, undefined);
  }

  #checkOpen(document: vscode.TextDocument): void {
    const { guard, citationChecks, settings } = this.#services;
    if (!citationChecks.isReady) return;
    if (!mayCite(document, settings.current.citationSyntax)) {
      this.#forget(document.uri);
      return;
    }
    const id = document.uri.toString();
    const state = `${document.version} ${document.languageId} ${this.#round}`;
    if (this.#checked.get(id) === state) return;
    this.#checked.set(id, state);
    guard.background('check citations', () =>
      this.#quietly(() =>
        this.#check({ uri: document.uri, text: document.getText(), languageId: document.languageId }, () => {
          return !document.isClosed && this.#checked.get(id) === state;
        }),
      ),
    );
  }

  /** One after the other, as long as nothing changed once more. */
  async #checkClosed(uris: readonly vscode.Uri[], round: number): Promise<void> {
    for (const uri of uris) {
      if (round !== this.#round) return;
      await this.#quietly(async () => {
        const text = await textOf(uri);
        if (text === undefined) this.#forget(uri);
        else await this.#check({ uri, text }, () => round === this.#round);
      });
    }
  }

  /** An engine that has stopped says so by itself, and what was found stays. */
  async #quietly(work: () => Promise<unknown>): Promise<void> {
    const { library } = this.#services;
    const { engine } = library;
    try {
      await work();
    } catch (error) {
      const hasStopped = engine !== library.engine || library.state === 'failed' || library.state === 'loading';
      if (!hasStopped) throw error;
    }
  }

  async #check(checked: CheckedText, isStill: () => boolean = () => true): Promise<number> {
    const { citationChecks } = this.#services;
    const findings = await citationChecks.check(checked);
    if (!isStill() || !citationChecks.isReady) return 0;
    citationChecks.remember(checked.uri, findings);
    return this.#show(checked.uri, findings ?? []);
  }

  /** Shows what was found, but for what the writer is in the middle of typing. Returns how much that is. */
  #show(uri: vscode.Uri, findings: readonly Finding[]): number {
    const document = vscode.window.activeTextEditor?.document;
    const typed = document?.uri.toString() === uri.toString() ? this.#typing.keyIn(document, findings) : undefined;
    if (document !== undefined && typed !== undefined) this.#leftOut = { document, version: document.version };
    const shown = typed === undefined ? findings : unlessTyped(findings, typed);
    const diagnostics = findingDiagnostics(shown, this.#services.settings.current.checks);
    this.#collection.set(uri, diagnostics.length === 0 ? undefined : diagnostics);
    return diagnostics.length;
  }

  /** What was left out is shown when the writer leaves the key; a text that changed since is checked anyway. */
  #caretMoved(): void {
    const left = this.#leftOut;
    if (left === undefined) return;
    this.#leftOut = undefined;
    const { document, version } = left;
    if (document.isClosed || document.version !== version) return;
    this.#show(document.uri, this.#services.citationChecks.found(document.uri));
  }

  dispose(): void {
    clearTimeout(this.#lookTimer);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#store.dispose();
  }
}
