import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { filesIn } from '../../adding/addDropped.ts';
import { addPaperFiles } from '../../adding/addPaperFiles.ts';
import type { Services } from '../../services.ts';
import { showInformation } from '../../ui/messages.ts';

/** Files that hold papers and nothing else. */
const bibliography = /\.(?:bib|ris|nbib|enw|csl\.json|csl\.ya?ml)$|\/references\.(?:json|ya?ml)$/i;
/** The end of a drop takes the focus, which would close the message. */
const dropMilliseconds = 1_000;

/**
 * A bibliography that is dropped on a text becomes the path or link that it becomes anyway, and a message offers to make it
 * a paper file. Not one of the choices beside what was dropped: VS Code (1.139) tells nobody that such a one was taken.
 */
export class PaperFileDrop implements vscode.DocumentDropEditProvider {
  static readonly metadata = { dropMimeTypes: ['text/uri-list'] };
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    dataTransfer: vscode.DataTransfer,
  ): Promise<undefined> {
    const { citations, library, guard } = this.#services;
    const item = dataTransfer.get('text/uri-list');
    if (item === undefined || !citations.cites(document)) return undefined;
    const files = filesIn(await item.asString());
    const strange = files.filter((uri) => bibliography.test(uri.path) && !library.knows(uri));
    if (strange.length > 0) guard.background('offer a paper file', () => this.#offer(strange));
    return undefined;
  }

  async #offer(files: readonly vscode.Uri[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, dropMilliseconds));
    const isOne = files.length === 1;
    const add = isOne ? 'Add as Paper File' : 'Add as Paper Files';
    const name = plainMessage(vscode.workspace.asRelativePath(first));
    const message = isOne
      ? said`${name} is not one of the paper files: its papers are not in the library.`
      : said`${files.length} of these files are not paper files: their papers are not in the library.`;
    if ((await showInformation(message, add)) !== add) return;
    await this.#services.guard.run('Add Paper File', () => addPaperFiles(this.#services, files));
  }
}
