import * as vscode from 'vscode';
import type { PaperSource } from '../../../core/paper.ts';
import { usableFileKey } from '../../../core/library/usableFileKey.ts';
import { said, type PlainText } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { Services } from '../../services.ts';
import { sourceName } from '../../ui/revealSource.ts';

/** Why a key is not renamed: VS Code shows the message as it is. */
export class RenameRefusal extends Error {
  override readonly name = 'RenameRefusal';
  /** VS Code draws links in it. */
  readonly reason: PlainText;

  constructor(reason: PlainText) {
    super(reason);
    this.reason = reason;
  }
}

/** A key that can be renamed. */
export interface Renamable {
  readonly key: string;
  readonly paper: PaperDetails;
  /** The entries that have this key: at least one, all of the paper, in files that can be written. */
  readonly sources: readonly PaperSource[];
}

/** Rejects with a `RenameRefusal` that says why a key cannot be renamed. */
export async function renamableKey({ library }: Pick<Services, 'library'>, key: string): Promise<Renamable> {
  // Right after start papers are still being read.
  await library.load();
  const { engine } = library;
  const paper = await engine.paper(key);
  if (paper === undefined) {
    throw new RenameRefusal(
      said`No paper has the key "${key}": add its entry to a paper file, or correct the citation.`,
    );
  }
  const sources = paper.sources.filter((source) => source.key === key);
  if (sources.length === 0) throw new RenameRefusal(madeKey(key, paper));
  const [first, ...others] = await engine.keyPlaces(key);
  if (first !== undefined && others.length + 1 > sources.length) {
    const names = [first, ...others].slice(0, 3).map(sourceName).join(', ');
    throw new RenameRefusal(
      said`"${key}" is the key of several papers (${names}): give one of them another key there first.`,
    );
  }
  for (const source of sources) await checkWritable(key, source);
  return { key, paper, sources };
}

/** Paperside made it of the title. */
function madeKey(key: string, { sources }: PaperDetails): PlainText {
  const keyed = sources.find((source) => source.key !== undefined);
  const [first] = sources;
  return keyed?.key === undefined
    ? said`"${key}" is made from the title, because ${sourceName(first)} gives the paper no key: add the paper to a .bib file to choose one.`
    : said`"${key}" stands in no paper file: the paper is called "${keyed.key}" in ${sourceName(keyed)}. Rename that key instead.`;
}

async function checkWritable(key: string, source: PaperSource): Promise<void> {
  const uri = vscode.Uri.parse(source.uri, true);
  const name = sourceName(source);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) {
    throw new RenameRefusal(said`"${key}" is given by ${name}, outside of your workspace: rename it there.`);
  }
  if (source.keyRange === undefined) {
    throw new RenameRefusal(said`"${key}" cannot be changed in ${name}: rename it there by hand.`);
  }
  const isWritable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
  const { permissions } = await vscode.workspace.fs.stat(uri);
  if (!isWritable || permissions === vscode.FilePermission.Readonly) {
    throw new RenameRefusal(said`"${key}" is given by ${name}, which is read-only: make the file writable first.`);
  }
}

/** The new name as a key. Rejects with a `RenameRefusal` when it is none, or that of another paper. */
export async function newKey(
  { library }: Pick<Services, 'library'>,
  { key, paper, sources }: Renamable,
  typed: string,
): Promise<string> {
  const name = typed.trim().replace(/^@/, '');
  if (name === '' || usableFileKey(name) !== name) {
    throw new RenameRefusal(said`"${typed}" is no citation key: choose one without spaces.`);
  }
  const other = await library.engine.paper(name);
  if (other !== undefined && other.key !== paper.key) {
    throw new RenameRefusal(
      said`"${name}" is the key of another paper, "${other.title}": choose a key that no paper has.`,
    );
  }
  const taken = (await library.engine.keyPlaces(name)).find(({ uri }) => sources.some((source) => source.uri === uri));
  if (taken !== undefined && name !== key) {
    throw new RenameRefusal(said`"${name}" is a key in ${sourceName(taken)} already: choose a key that no entry has.`);
  }
  return name;
}
