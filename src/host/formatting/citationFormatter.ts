import * as vscode from 'vscode';
import type { CslFile, FormatRequest, FormattedDocument } from '../../core/csl/formatRequest.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { ExpectedError } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import type { StyleFiles } from './styleFiles.ts';

/** The style, the processor and the locales are asked for one after the other at most. */
const mostTurns = 4;

interface Parts {
  readonly library: LibraryService;
  readonly settings: SettingsReader;
  readonly styles: StyleFiles;
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
    const { library, settings, styles } = this.#parts;
    const chosen =
      question.style === undefined ? await styles.ofSettings() : { style: question.style, problem: undefined };
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

  async #fileOf(path: string): Promise<CslFile> {
    const uri = vscode.Uri.joinPath(this.#parts.extensionUri, ...path.split('/'));
    try {
      return { path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
    } catch {
      return { path, text: undefined };
    }
  }
}
