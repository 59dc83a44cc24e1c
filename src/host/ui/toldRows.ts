import * as vscode from 'vscode';

/** VS Code asks for rows sooner than that after it was told of a change. */
const askedMilliseconds = 600;
const mostTries = 5;

/**
 * Tells VS Code that the rows of a view changed. VS Code loses a change that comes while it sets the view up, and asks for
 * nothing: it is told again until it asks, as long as the view is to be seen.
 */
export class ToldRows<Node> implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly #isVisible: () => boolean;
  /** VS Code was told of all rows and has not asked since. */
  #isWaiting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What VS Code listens to. */
  readonly onDidChange = this.#changed.event;

  constructor(isVisible: () => boolean) {
    this.#isVisible = isVisible;
  }

  /** All rows are to be drawn. */
  tell(): void {
    this.#tell(mostTries);
  }

  /** Only these rows are to be drawn anew. */
  tellOf(nodes: readonly Node[]): void {
    if (nodes.length > 0) this.#changed.fire([...nodes]);
  }

  /** To be called when VS Code asks for the rows. */
  asked(): void {
    this.#isWaiting = false;
    this.#stop();
  }

  /** To be called when the view is to be seen again: it may have been hidden before VS Code asked. */
  seen(): void {
    if (this.#isWaiting && this.#timer === undefined) this.#tellUnlessAsked(mostTries);
  }

  #tell(tries: number): void {
    this.#isWaiting = true;
    this.#changed.fire(undefined);
    this.#tellUnlessAsked(tries - 1);
  }

  #tellUnlessAsked(tries: number): void {
    this.#stop();
    if (tries === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isVisible()) this.#tell(tries);
    }, askedMilliseconds);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  dispose(): void {
    this.#stop();
    this.#changed.dispose();
  }
}
