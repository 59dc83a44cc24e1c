import * as vscode from 'vscode';
import { toldSyntax } from '../../core/citations/syntaxes.ts';
import type { DocumentChange } from '../../engine/paperEngine.ts';
import type { FileStamps } from '../adapters/fileStamps.ts';
import { runAtMost } from '../adapters/runAtMost.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import type { Platform } from '../platform.ts';
import { openCitingDocuments } from './citingDocuments.ts';

const filesAtOnce = 64;
const callsAtOnce = 16;

interface Parts {
  readonly settings: Pick<SettingsReader, 'current'>;
  readonly log: vscode.LogOutputChannel;
  readonly leadsThroughLink: Platform['leadsThroughLink'];
  /** Of each file when it was read; kept up to date. */
  readonly stamps: FileStamps;
}

/** Reads documents that may cite papers: from an editor that holds unsaved changes, else as bytes. */
export class DocumentReader {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What changed since the last reading, in parts. Never rejects: what cannot be read is removed. */
  async *read(uris: readonly vscode.Uri[]): AsyncGenerator<readonly DocumentChange[], void, void> {
    for (let from = 0; from < uris.length; from += filesAtOnce) {
      const part = uris.slice(from, from + filesAtOnce);
      const before = openCitingDocuments(this.#parts.settings.current.citationSyntax);
      const files = part.filter((uri) => !before.has(uri.toString()));
      const read = await runAtMost(callsAtOnce, files, (uri) => this.#readFile(uri, uri.toString()));
      // As they stand now: what was typed meanwhile has been told already, and must not be undone by an older text.
      const open = openCitingDocuments(this.#parts.settings.current.citationSyntax);
      const texts = part.flatMap((uri) => open.get(uri.toString()) ?? []).map((document) => this.readOpen(document));
      const fromFiles = read.flatMap((change) => (change === undefined || open.has(change.uri) ? [] : change));
      if (texts.length + fromFiles.length > 0) yield [...texts, ...fromFiles];
    }
  }

  /** A document that counts as it stands in its editor. */
  readOpen(document: vscode.TextDocument): DocumentChange {
    const uri = document.uri.toString();
    // What is on disk has not been read: it counts again when the editor lets go of the file.
    this.#parts.stamps.delete(uri);
    const { languageId } = document;
    return { kind: 'text', uri, languageId, text: document.getText(), syntax: this.#told(document.uri, languageId) };
  }

  /** `undefined` when the file is as it was. */
  async #readFile(uri: vscode.Uri, id: string): Promise<DocumentChange | undefined> {
    const { stamps, settings, log } = this.#parts;
    const before = stamps.get(id);
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      if (before?.size === size && before.mtime === mtime) return undefined;
      stamps.delete(id);
      if ((type & vscode.FileType.File) === 0 || (await this.#isElsewhere(uri))) return { kind: 'removed', uri: id };
      stamps.set(id, { size, mtime });
      if (size > settings.current.maxFileBytes) {
        log.warn(`${vscode.workspace.asRelativePath(uri)} is too large to look for citations in it.`);
        return { kind: 'removed', uri: id };
      }
      return { kind: 'content', uri: id, bytes: await vscode.workspace.fs.readFile(uri), syntax: this.#told(uri) };
    } catch (error) {
      stamps.delete(id);
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        log.warn(`Looking for citations in ${vscode.workspace.asRelativePath(uri)}: ${String(error)}`);
      }
      return { kind: 'removed', uri: id };
    }
  }

  #told(uri: vscode.Uri, languageId?: string): string | undefined {
    return toldSyntax(uri.path, languageId, this.#parts.settings.current.citationSyntax);
  }

  /** A link is found again where it leads to, if that is in the workspace. */
  async #isElsewhere(uri: vscode.Uri): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const { leadsThroughLink } = this.#parts;
    if (folder === undefined || leadsThroughLink === undefined || uri.scheme !== 'file') return false;
    return leadsThroughLink(uri, folder.uri);
  }
}
