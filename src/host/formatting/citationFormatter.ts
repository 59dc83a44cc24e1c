import * as vscode from 'vscode';
import type { CslFile, FormatRequest, FormattedDocument, StyleChoice } from '../../core/csl/formatRequest.ts';
import { defaultStyle } from '../../core/csl/shippedCsl.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { ExpectedError } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';

/** The style, the processor and the locales are asked for one after the other at most. */
const mostTurns = 4;

interface Parts {
  readonly library: LibraryService;
  readonly settings: SettingsReader;
  readonly extensionUri: vscode.Uri;
}

/** What is formatted; style and language are those of the settings where it says nothing. */
export type FormatQuestion = Partial<FormatRequest>;

/** Has the engine format citations, and brings it the files of the extension that it needs. */
export class CitationFormatter {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects with an `ExpectedError` when nothing can be formatted. A style that cannot be used is a `problem` of the answer. */
  async format(question: FormatQuestion): Promise<FormattedDocument> {
    const { library, settings } = this.#parts;
    const chosen = question.style === undefined ? await this.#chosenStyle() : { style: question.style };
    const request: FormatRequest = {
      language: settings.current.csl.language,
      citations: [],
      listed: [],
      ...question,
      style: chosen.style,
    };
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const answer = await library.engine.formatCitations(request);
      if (answer.kind === 'failed') throw new ExpectedError(answer.message);
      if (answer.kind === 'formatted') return { ...answer, problem: chosen.problem ?? answer.problem };
      await library.engine.provideCslFiles(await Promise.all(answer.files.map((path) => this.#fileOf(path))));
    }
    throw new Error('The engine asks for the same files again.');
  }

  /** As the settings say; the default style where the file of a style cannot be read. */
  async #chosenStyle(): Promise<{ readonly style: StyleChoice; readonly problem?: string }> {
    const { style } = this.#parts.settings.current.csl;
    if ('shipped' in style) return { style };
    const text = await readInWorkspace(style.path);
    if (text !== undefined) return { style: { text, name: style.path } };
    const problem = `The citation style ${style.path} cannot be read: name a file of the workspace in the setting paperside.csl.style.`;
    return { style: { shipped: defaultStyle }, problem };
  }

  async #fileOf(path: string): Promise<CslFile> {
    const uri = vscode.Uri.joinPath(this.#parts.extensionUri, ...path.split('/'));
    try {
      return { path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
    } catch {
      return { path, text: undefined };
    }
  }
}

/** As it stands in an editor, else as it is on disk, in the first folder that has it. */
async function readInWorkspace(path: string): Promise<string | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, ...path.split('/'));
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open !== undefined) return open.getText();
    try {
      return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
