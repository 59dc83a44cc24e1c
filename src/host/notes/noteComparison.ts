import * as vscode from 'vscode';
import { shorten, singleLine } from '../../core/text/plainText.ts';
import { fileNameOf } from './noteFolder.ts';
import { fileType } from './notePlaces.ts';

const scheme = 'paperside-draft';
const maxTitle = 60;

/** Shows a file, mostly a note's, beside a text that is not in it. The texts are shown, not edited. */
export class NoteComparison implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.#texts.delete(uri.path);
      }),
    );
  }

  /** The file on the left (nothing, when there is none), the whole text as it should be on the right; `sides` names both. */
  async show(note: vscode.Uri, text: string, sides = 'on disk ↔ draft'): Promise<void> {
    const name = fileNameOf(note);
    const file = (await fileType(note)) === undefined ? this.#document(name, '') : note;
    const title = `${shorten(singleLine(name), maxTitle)}: ${sides}`;
    await vscode.commands.executeCommand('vscode.diff', file, this.#document(name, text), title);
  }

  #document(name: string, text: string): vscode.Uri {
    this.#count += 1;
    const path = `/${this.#count}/${name}`;
    this.#texts.set(path, text);
    return vscode.Uri.from({ scheme, path });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#texts.clear();
  }
}
