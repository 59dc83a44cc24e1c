import * as vscode from 'vscode';
import { newNoteHead } from '../../core/notes/noteDocument.ts';
import { noteFileName } from '../../core/notes/noteFileName.ts';
import { noteIds } from '../../core/notes/noteIdentity.ts';
import type { TemplatePaper } from '../../core/notes/noteTemplate.ts';
import type { Paper } from '../../core/paper.ts';
import type { NoteMatch } from '../../engine/paperEngine.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import type { LibraryService } from '../libraryService.ts';
import type { NoteFiles } from './noteFiles.ts';
import { newNoteText } from './noteTemplates.ts';

interface Parts {
  readonly library: LibraryService;
  readonly settings: SettingsReader;
  readonly files: NoteFiles;
  readonly log: vscode.LogOutputChannel;
}

type PlacedPaper = Pick<Paper, 'key' | 'aliases' | 'sources'>;

/** Notes on a disk that does not answer are not waited for any longer: the usual place is taken. */
const patienceMilliseconds = 10_000;
/** Names that are tried when files about other papers have the usual one. */
const maxNames = 100;

/** Where the notes about papers are. */
export class NotePlaces {
  readonly #parts: Parts;
  /** Notes that more than one file is about, as the log has said. */
  readonly #said = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The workspace folder in which a note of this paper would be made: that of its first source. */
  folderOf({ sources }: PlacedPaper): vscode.WorkspaceFolder | undefined {
    const source = vscode.Uri.parse(sources[0].uri, true);
    return vscode.workspace.getWorkspaceFolder(source) ?? vscode.workspace.workspaceFolders?.[0];
  }

  /**
   * The note of a paper: the file that is about it, wherever it is in the folders of notes and whatever it is called,
   * else where it would be made, which is never a file about another paper. `undefined` when no folder is open. Waits
   * until all notes are known, unless the note stands where it is expected.
   */
  async locate(paper: PlacedPaper): Promise<vscode.Uri | undefined> {
    const folder = this.folderOf(paper);
    if (folder === undefined) return undefined;
    const notes = vscode.Uri.joinPath(folder.uri, this.#parts.settings.of(folder).notesFolder);
    const { files } = this.#parts;
    if (!files.isComplete) {
      const expected = await this.#named(notes, paper);
      if (expected !== undefined) return expected;
      await withinPatience(files.whenRead());
    }
    return (await this.#known(paper.key)) ?? (await this.#free(notes, paper));
  }

  /** What a note begins with that is made for this paper now. */
  newText(paper: PlacedPaper & TemplatePaper): Promise<string> {
    const folder = this.folderOf(paper);
    return folder === undefined
      ? Promise.resolve(newNoteHead(paper))
      : newNoteText(this.#parts.settings, folder, paper);
  }

  /** As the engine knows it. What it knows may be a moment old: what is not there is looked for again. */
  async #known(key: string): Promise<vscode.Uri | undefined> {
    const { library, files } = this.#parts;
    let match = await library.engine.noteOf(key);
    if (match === undefined) {
      await withinPatience(files.look(true));
      match = await library.engine.noteOf(key);
    }
    const found = match && (await this.#existing(key, match));
    if (match === undefined || found !== undefined) return found;
    await withinPatience(files.scan());
    const moved = await library.engine.noteOf(key);
    return moved && this.#existing(key, moved);
  }

  async #existing(key: string, { uri, others }: NoteMatch): Promise<vscode.Uri | undefined> {
    const note = vscode.Uri.parse(uri, true);
    if ((await fileType(note)) === undefined) return undefined;
    if (others.length > 0 && !this.#said.has(uri)) {
      this.#said.add(uri);
      const paths = others.map((other) => vscode.workspace.asRelativePath(vscode.Uri.parse(other, true)));
      const used = vscode.workspace.asRelativePath(note);
      this.#parts.log.warn(`Several notes name "${key}": ${used} is used, not ${paths.join(', ')}.`);
    }
    return note;
  }

  /** The file under an expected name whose front matter names this paper. */
  async #named(notes: vscode.Uri, { key, aliases }: PlacedPaper): Promise<vscode.Uri | undefined> {
    for (const name of [key, ...aliases]) {
      const uri = vscode.Uri.joinPath(notes, noteFileName(name));
      if ((await ownership(uri, [key, ...aliases])) === 'named') return uri;
    }
    return undefined;
  }

  /** A file under an expected name that is about no other paper, else the first name that no file has. */
  async #free(notes: vscode.Uri, { key, aliases }: PlacedPaper): Promise<vscode.Uri> {
    const names = [key, ...aliases];
    for (const name of names) {
      const uri = vscode.Uri.joinPath(notes, noteFileName(name));
      const owned = await ownership(uri, names);
      if (owned === 'named' || owned === 'unnamed') return uri;
    }
    const base = noteFileName(key).slice(0, -'.md'.length);
    let uri = vscode.Uri.joinPath(notes, `${base}.md`);
    for (let number = 2; number <= maxNames && (await ownership(uri, names)) === 'taken'; number += 1) {
      uri = vscode.Uri.joinPath(notes, `${base}-${String(number)}.md`);
    }
    return uri;
  }
}

/** Of whom a file is: nobody (there is none), the paper that it names, perhaps that paper, or something else. */
type Ownership = 'free' | 'named' | 'unnamed' | 'taken';

async function ownership(uri: vscode.Uri, names: readonly string[]): Promise<Ownership> {
  const type = await fileType(uri);
  if (type === undefined) return 'free';
  if ((type & vscode.FileType.File) === 0) return 'taken';
  const ids = noteIds(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  if (ids.length === 0) return 'unnamed';
  const own = new Set(names.map((name) => name.normalize('NFC')));
  return ids.some((id) => own.has(id)) ? 'named' : 'taken';
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

const missingCodes = new Set(['FileNotFound', 'FileNotADirectory']);

/** What stands there; `undefined` when nothing does. Rejects when that cannot be told. */
export async function fileType(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    // A file where a folder should be: there is no note, and writing one will say why not.
    const missing = error instanceof vscode.FileSystemError && missingCodes.has(error.code);
    if (missing) return undefined;
    throw error;
  }
}
