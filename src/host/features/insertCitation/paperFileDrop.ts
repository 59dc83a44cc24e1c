import * as vscode from 'vscode';
import { addPaperFiles } from '../../adding/addPaperFiles.ts';
import { filesIn } from '../../adding/addDropped.ts';
import type { Services } from '../../services.ts';

const { Empty, Text } = vscode.DocumentDropOrPasteEditKind;
const paperFileKind = Empty.append('paperside', 'paperFile');
const others = [Text, Empty.append('uri'), Empty.append('markdown')];
/** Files that hold papers and nothing else. */
const bibliography = /\.(?:bib|ris|nbib|enw|csl\.json|csl\.ya?ml)$|\/references\.(?:json|ya?ml)$/i;

interface PaperFileEdit extends vscode.DocumentDropEdit {
  readonly paperFiles: readonly vscode.Uri[];
}

/** A bibliography that is dropped on a text is offered as paper file, after the link that it becomes otherwise. */
export class PaperFileDrop implements vscode.DocumentDropEditProvider {
  static readonly metadata = { providedDropEditKinds: [paperFileKind], dropMimeTypes: ['text/uri-list'] };
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    _position: vscode.Position,
    dataTransfer: vscode.DataTransfer,
  ): Promise<PaperFileEdit | undefined> {
    const { citations, library } = this.#services;
    const item = dataTransfer.get('text/uri-list');
    if (item === undefined || citations.of(document) === undefined) return undefined;
    const files = filesIn(await item.asString());
    const paperFiles = files.filter((uri) => bibliography.test(uri.path) && !library.knows(uri));
    if (paperFiles.length === 0 || paperFiles.length < files.length) return undefined;
    const title = paperFiles.length === 1 ? 'Add as Paper File' : 'Add as Paper Files';
    const edit = new vscode.DocumentDropEdit('', title, paperFileKind);
    edit.yieldTo = others;
    return Object.assign(edit, { paperFiles });
  }

  /** It was chosen. */
  resolveDocumentDropEdit(edit: vscode.DocumentDropEdit): vscode.DocumentDropEdit {
    if (isOurs(edit)) {
      const { paperFiles } = edit;
      void this.#services.guard.run('Add Paper File', () => addPaperFiles(this.#services, paperFiles));
    }
    return edit;
  }
}

function isOurs(edit: vscode.DocumentDropEdit): edit is PaperFileEdit {
  return 'paperFiles' in edit;
}
