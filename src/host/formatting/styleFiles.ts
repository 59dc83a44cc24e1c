import * as vscode from 'vscode';
import { resolvePath } from '../../core/bibliography/chooseBibliography.ts';
import type { StyleChoice } from '../../core/csl/formatRequest.ts';
import { namedStyle } from '../../core/csl/namedStyle.ts';
import { defaultStyle } from '../../core/csl/shippedCsl.ts';
import { insidePath } from '../adapters/insidePath.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { fileState } from '../files/fileState.ts';
import { openDocument, textOf } from '../files/textOf.ts';
import { WatchedFiles } from '../files/watchedFiles.ts';

/** The largest style of the CSL project has 300 kB; the engine reads none above 2 MB. */
const mostBytes = 4 * 1024 * 1024;
/** So many files are watched and remembered. */
const mostFiles = 20;

/** A style, and what is wrong when it is another one than was asked for: one sentence with the next step. */
export interface FoundStyle {
  readonly style: StyleChoice;
  readonly problem: string | undefined;
}

/** Finds citation styles: of the settings, and those that documents name. */
export class StyleFiles implements vscode.Disposable {
  readonly #settings: Pick<SettingsReader, 'current'>;
  readonly #watched = new WatchedFiles(mostFiles);
  readonly #read = new Map<string, { readonly stamp: string; readonly text: string }>();

  /** A file that was looked for was made, changed or deleted. */
  readonly onDidChange = this.#watched.onDidChange;

  constructor(settings: Pick<SettingsReader, 'current'>) {
    this.#settings = settings;
  }

  /** As the settings say; the default style where the file of a style cannot be read. Never rejects. */
  async ofSettings(): Promise<FoundStyle> {
    const { style } = this.#settings.current.csl;
    if ('shipped' in style) return { style, problem: undefined };
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await this.#first(folders.map(({ uri }) => vscode.Uri.joinPath(uri, ...style.path.split('/'))));
    if (found !== undefined) return { style: { text: found, name: style.path }, problem: undefined };
    const problem = `The citation style ${style.path} cannot be read: name a file of the workspace in the setting paperside.csl.style.`;
    return { style: { shipped: defaultStyle }, problem };
  }

  /**
   * The style that metadata name by `written`: a file beside `base` (the document, or the file of its project) or in the
   * workspace folder, else the shipped one of that name. The style of the settings where there is none. Never rejects.
   */
  async named(written: string, base: vscode.Uri): Promise<FoundStyle> {
    const { path, shipped } = namedStyle(written);
    const text = path === undefined ? undefined : await this.#first(placesOf(path, base));
    if (text !== undefined) return { style: { text, name: written }, problem: undefined };
    if (shipped !== undefined) return { style: { shipped }, problem: undefined };
    const { style } = await this.ofSettings();
    return { style, problem: path === undefined ? notFetched(written) : notFound(written) };
  }

  async #first(places: readonly vscode.Uri[]): Promise<string | undefined> {
    for (const place of places) {
      const text = await this.#textAt(place);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  async #textAt(uri: vscode.Uri): Promise<string | undefined> {
    const id = uri.toString();
    this.#watched.watch(uri);
    if (openDocument(uri) !== undefined) return textOf(uri);
    const state = await fileState(uri);
    if (state.kind !== 'file' || state.size > mostBytes) return undefined;
    const known = this.#read.get(id);
    if (known?.stamp === state.stamp) return known.text;
    const text = await textOf(uri);
    this.#read.delete(id);
    if (text === undefined) return undefined;
    this.#read.set(id, { stamp: state.stamp, text });
    for (const oldest of [...this.#read.keys()].slice(0, -mostFiles)) this.#read.delete(oldest);
    return text;
  }

  dispose(): void {
    this.#watched.dispose();
  }
}

/** Beside the file that names it, as Pandoc has it, and in the workspace folder. */
function placesOf(path: string, base: vscode.Uri): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = vscode.workspace.getWorkspaceFolder(base) ?? folders[0];
  const inside = insidePath(path);
  const roots = own === undefined || inside === undefined ? [] : [vscode.Uri.joinPath(own.uri, inside)];
  if (base.scheme === 'untitled') return roots;
  const beside = base.with({ path: resolvePath(vscode.Uri.joinPath(base, '..').path, path) });
  return [beside, ...roots.filter((root) => root.toString() !== beside.toString())];
}

function notFetched(written: string): string {
  return `The citation style ${written} is not fetched, because Paperside does not use the network for that: put its .csl file into the workspace and name that in "csl:".`;
}

function notFound(written: string): string {
  return `The citation style ${written} was not found: put the file beside the document or into the workspace folder, or name a shipped style in "csl:".`;
}
