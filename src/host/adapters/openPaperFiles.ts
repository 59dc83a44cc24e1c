import * as vscode from 'vscode';

/** An update comes at most this long after a key was pressed, and for long documents after some more. */
const typingMilliseconds = 300;
const millisecondsPerThousandLines = 4;

/**
 * Tells when what an editor holds of a paper file counts and changed: it was typed and is not saved, or it was saved or
 * given up. A document that VS Code reads anew because the file changed is not one of those: that file may be half written.
 */
export class OpenPaperFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents whose unsaved text was told of. */
  readonly #unsaved = new Set<string>();

  readonly onDidChange = this.#changed.event;

  /** `isPaperFile` is asked by URI. */
  constructor(isPaperFile: (uri: string) => boolean) {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const id = document.uri.toString();
        if (!isPaperFile(id)) return;
        if (document.isDirty) this.#schedule(document);
        else this.#letGo(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => this.#letGo(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#letGo(document)),
    ];
  }

  /** Not restarted by further keys: who types without a pause sees the library follow, too. */
  #schedule(document: vscode.TextDocument): void {
    const { uri } = document;
    const id = uri.toString();
    this.#unsaved.add(id);
    if (this.#timers.has(id)) return;
    const delay = typingMilliseconds + (document.lineCount / 1000) * millisecondsPerThousandLines;
    this.#timers.set(
      id,
      setTimeout(() => this.#fire(uri), delay),
    );
  }

  /** Saved, reverted or closed: what is on disk counts again. */
  #letGo({ uri }: vscode.TextDocument): void {
    if (this.#unsaved.delete(uri.toString())) this.#fire(uri);
  }

  #fire(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#changed.fire([uri]);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
