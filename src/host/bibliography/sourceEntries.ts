import * as vscode from 'vscode';
import { BibtexSource, type SourceEntry } from '../../core/bibliography/write/bibtexSource.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';

const bibtexFile = /\.(?:bib|bibtex)$/i;

interface ReadSource {
  readonly source: BibtexSource;
  readonly lines: LineIndex;
}

/** Entries of the writer's own .bib files as they stand there, letter by letter. Reads each file once: make one for each job. */
export class SourceEntries {
  readonly #read = new Map<string, Promise<ReadSource | undefined>>();

  /** The entry of a paper under `key`; `undefined` when it has none, or when its file says something else by now. */
  async of(paper: PaperDetails, key: string): Promise<SourceEntry | undefined> {
    const place = paper.sources.find((one) => bibtexFile.test(one.uri) && one.key === paper.key);
    if (place === undefined) return undefined;
    const read = this.#read.get(place.uri) ?? readSource(vscode.Uri.parse(place.uri, true));
    this.#read.set(place.uri, read);
    const found = await read;
    if (found === undefined) return undefined;
    const { start, end } = place.range;
    const offset = ({ line, character }: typeof start) => found.lines.offsetOf(line) + character;
    return found.source.entry(offset(start), offset(end), { from: paper.key, to: key });
  }
}

async function readSource(uri: vscode.Uri): Promise<ReadSource | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  try {
    const text = open?.getText() ?? (await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri }));
    return { source: new BibtexSource(text), lines: new LineIndex(text) };
  } catch {
    // Gone or not readable: what is known of its papers is still there.
    return undefined;
  }
}
