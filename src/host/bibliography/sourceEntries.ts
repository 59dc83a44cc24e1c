import * as vscode from 'vscode';
import { BibtexSource, type SourceEntry } from '../../core/bibliography/write/bibtexSource.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { textOf } from '../files/textOf.ts';

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
    for (const { uri, range, key: own } of paper.sources) {
      if (own !== paper.key || !bibtexFile.test(uri)) continue;
      const found = await this.#source(uri);
      const offset = ({ line, character }: typeof range.start) => (found?.lines.offsetOf(line) ?? 0) + character;
      const entry = found?.source.entry(offset(range.start), offset(range.end), { from: own, to: key });
      // A file may be gone of which the library does not know it yet.
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  #source(uri: string): Promise<ReadSource | undefined> {
    const read = this.#read.get(uri) ?? readSource(vscode.Uri.parse(uri, true));
    this.#read.set(uri, read);
    return read;
  }
}

/** `undefined` when it is gone or not readable: what is known of its papers is still there. */
async function readSource(uri: vscode.Uri): Promise<ReadSource | undefined> {
  const text = await textOf(uri);
  return text === undefined ? undefined : { source: new BibtexSource(text), lines: new LineIndex(text) };
}
