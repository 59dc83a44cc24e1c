import * as vscode from 'vscode';
import { parseFromReader } from '../../../protocol/parseReaderMessage.ts';
import type { FromReader, ToReader } from '../../../protocol/readerMessages.ts';
import type { Services } from '../../services.ts';
import { webviewPage, webviewRoots } from '../../ui/webviewPage.ts';
import type { UnsavedEdit } from './readerNotes.ts';

/** What the writer asks for in a reader, besides what is only between page and host. */
export type ReaderRequest = Exclude<FromReader, { type: 'ready' | 'edit' | 'ping' }>;

/** Who hears of the page. */
interface PageListener {
  /**
   * The page is up, with what an earlier page could not get saved. `rescued`: it has found everything that the page left
   * whose place it takes.
   */
  started(unsaved: UnsavedEdit | undefined, rescued: boolean): Promise<void>;
  /** Also of a paper shown before: its last words come after the next one was asked for. */
  edited(edit: Extract<FromReader, { type: 'edit' }>): void;
  asked(request: ReaderRequest): void;
}

/** The page in a reader's panel. It is gone while the panel is hidden, and starts anew when that is seen again. */
export class ReaderPage {
  readonly #services: Services;
  readonly #webview: vscode.Webview;
  readonly #listener: PageListener;
  #ready = false;

  /** `rescue` is the paper of a page that has lost its host and whose place this one takes. */
  constructor(services: Services, panel: vscode.WebviewPanel, listener: PageListener, rescue?: string) {
    this.#services = services;
    this.#webview = panel.webview;
    this.#listener = listener;
    const { extensionUri } = services;
    this.#webview.options = { enableScripts: true, localResourceRoots: webviewRoots(extensionUri) };
    this.#webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.#webview.html = webviewPage(this.#webview, extensionUri, {
      name: 'reader',
      title: 'Paperside',
      images: 'data:',
      ...(rescue === undefined ? {} : { rescue }),
    });
  }

  /** It takes messages. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** Nothing can be told any more until it starts again. */
  gone(): void {
    this.#ready = false;
  }

  /** Passed over while the page is not ready. */
  post(message: ToReader): void {
    if (this.#ready) void this.#webview.postMessage(message);
  }

  #receive(raw: unknown): void {
    const { log, guard } = this.#services;
    const parsed = parseFromReader(raw);
    if (!parsed.ok) {
      log.warn(`The reader sent something else: ${parsed.error}`);
      return;
    }
    const message = parsed.value;
    if (message.type === 'ready') {
      this.#ready = true;
      guard.background('start the reader', () => this.#listener.started(message.unsaved, message.rescued === true));
    } else if (message.type === 'edit') this.#listener.edited(message);
    else if (message.type === 'ping') this.post({ type: 'pong', number: message.number });
    else this.#listener.asked(message);
  }
}
