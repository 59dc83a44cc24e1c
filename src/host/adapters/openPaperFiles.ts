import * as vscode from 'vscode';

/** An update comes at most this long after a key was pressed, and for long documents after some more. */
const typingMilliseconds = 300;
const millisecondsPerThousandLines = 4;

/** Tells when what an editor holds of a paper file changed, typed and not yet saved, or was given up. */
export class OpenPaperFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly onDidChange = this.#changed.event;

  /** `isPaperFile` is asked by URI. */
  constructor(isPaperFile: (uri: string) => boolean) {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isPaperFile(document.uri.toString())) this.#schedule(document);
      }),
      // Closed without saving: what is on disk counts again.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#timers.has(uri.toString()) || isPaperFile(uri.toString())) this.#fire(uri);
      }),
    ];
  }

  /** Not restarted by further keys: who types without a pause sees the library follow, too. */
  #schedule(document: vscode.TextDocument): void {
    const { uri } = document;
    const id = uri.toString();
    if (this.#timers.has(id)) return;
    const delay = typingMilliseconds + (document.lineCount / 1000) * millisecondsPerThousandLines;
    this.#timers.set(
      id,
      setTimeout(() => this.#fire(uri), delay),
    );
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
