import { noteFileName } from './noteFileName.ts';

/** What is known of a note file without its text. */
export interface NoteFile {
  readonly uri: string;
  /** The name without folders. */
  readonly name: string;
  /** The keys that its front matter names (`noteIds`). */
  readonly ids: readonly string[];
}

/** The note of a paper. */
export interface NoteMatch {
  readonly uri: string;
  /** Other files that name the same paper in their front matter, by path. */
  readonly others: readonly string[];
}

/**
 * Whether a name is a key of a paper of the library. A file that is named after a key in another case belongs to the
 * paper with exactly that key, if there is one.
 */
export type KnowsKey = (name: string) => boolean;

/** Finds the note files of papers: by the keys in their front matter, else by their names. */
export class NoteIndex {
  readonly #files = new Map<string, NoteFile>();
  readonly #byId = new Map<string, Set<string>>();
  /** Files whose front matter names no paper, by their name without case. */
  readonly #byName = new Map<string, Set<string>>();

  get(uri: string): NoteFile | undefined {
    return this.#files.get(uri);
  }

  files(): Iterable<NoteFile> {
    return this.#files.values();
  }

  /** Takes a file in, instead of what was known of it. */
  set(file: NoteFile): void {
    this.remove(file.uri);
    this.#files.set(file.uri, file);
    for (const id of file.ids) add(this.#byId, id, file.uri);
    if (file.ids.length === 0) add(this.#byName, folded(file.name), file.uri);
  }

  remove(uri: string): void {
    const file = this.#files.get(uri);
    if (file === undefined) return;
    this.#files.delete(uri);
    for (const id of file.ids) drop(this.#byId, id, uri);
    drop(this.#byName, folded(file.name), uri);
  }

  /**
   * The note of the paper with these names (its key first, then its aliases). Of several files that name it in their
   * front matter the one under its expected name, else the first by path. Files without an id count by their names, as
   * written before those that differ in case.
   */
  find(names: readonly string[], knowsKey: KnowsKey): NoteMatch | undefined {
    const declared = [...new Set(names.flatMap((name) => [...(this.#byId.get(name.normalize('NFC')) ?? [])]))].sort();
    if (declared.length > 0) {
      const expected = new Set(names.map(noteFileName));
      const uri = declared.find((one) => expected.has(this.#files.get(one)?.name ?? '')) ?? declared[0] ?? '';
      return { uri, others: declared.filter((one) => one !== uri) };
    }
    if (this.#byName.size === 0) return undefined;
    const named = this.#named(names, knowsKey);
    return named === undefined ? undefined : { uri: named, others: [] };
  }

  #named(names: readonly string[], knowsKey: KnowsKey): string | undefined {
    let nearly: string | undefined;
    for (const fileName of names.flatMap(namesOfNote)) {
      const uris = [...(this.#byName.get(folded(fileName)) ?? [])].sort();
      const exact = uris.find((uri) => this.#nameOf(uri) === fileName.normalize('NFC'));
      if (exact !== undefined) return exact;
      nearly ??= uris.find((uri) => !knowsKey(keyOfFileName(this.#nameOf(uri))));
    }
    return nearly;
  }

  #nameOf(uri: string): string {
    return this.#files.get(uri)?.name.normalize('NFC') ?? '';
  }
}

/** The key that a file is named after as other tools name notes: `@key.md` or `key.md`. */
export function keyOfFileName(name: string): string {
  return name.replace(/\.md$/i, '').replace(/^@/, '');
}

/**
 * The names that a note about the paper with this key may have: ours, `key.md`, `@key.md`, and these with `_` for what
 * file names cannot hold (so writes the Obsidian plugin Citations).
 */
export function namesOfNote(key: string): readonly string[] {
  const safe = key.replace(/[*"\\/<>:|?]/g, '_');
  return [...new Set([noteFileName(key), `@${key}.md`, `${key}.md`, `@${safe}.md`, `${safe}.md`])];
}

/** Names that a file system may not tell apart are the same here. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function add(map: Map<string, Set<string>>, name: string, uri: string): void {
  const uris = map.get(name);
  if (uris === undefined) map.set(name, new Set([uri]));
  else uris.add(uri);
}

function drop(map: Map<string, Set<string>>, name: string, uri: string): void {
  const uris = map.get(name);
  if (uris?.delete(uri) === true && uris.size === 0) map.delete(name);
}
