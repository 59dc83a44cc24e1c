import { parsePaperFile } from '../../core/formats/parsePaperFile.ts';
import { generatedKey } from '../../core/library/citationKey.ts';
import { usableFileKey } from '../../core/library/usableFileKey.ts';
import type { Paper, PaperRecord, PaperSource } from '../../core/paper.ts';
import { RememberedFew } from '../../core/remembered.ts';
import { baseName } from '../readPaperFile.ts';
import type { EntriesRequest, PaperEntry } from './entryAnswers.ts';

/** Of so many texts the records are kept: outline, lenses and references ask about one text after the other. */
const mostTexts = 2;

interface Library {
  papers(): readonly Paper[];
  get(key: string): Paper | undefined;
}

/** Tells what stands where in paper files. */
export class PaperEntries {
  readonly #library: Library;
  readonly #read = new RememberedFew<readonly PaperRecord[]>(mostTexts);

  constructor(library: Library) {
    this.#library = library;
  }

  /** The records of a text, in its order. The library stays as it is. */
  of({ uri, text, line, limit }: EntriesRequest): readonly PaperEntry[] {
    const records = this.#read.get([uri, text], () => parsePaperFile(baseName(uri), text).records);
    const asked = line === undefined ? records : records.filter(({ range }) => isOnLine(range, line));
    return asked.slice(0, limit).map((record) => this.#entry(uri, record));
  }

  /** Every place where a paper file gives this key, also to other papers than the one that has it. Linear. */
  placesOf(key: string): readonly PaperSource[] {
    return this.#library.papers().flatMap(({ sources }) => sources.filter((source) => source.key?.trim() === key));
  }

  #entry(uri: string, record: PaperRecord): PaperEntry {
    const { title, authors, year, range, keyRange } = record;
    const key = usableFileKey(record.key);
    const paper = this.#paperOf(uri, record);
    const named = paper && { key: paper.key, aliases: paper.aliases };
    return { key, title, authors, year, range, keyRange: key === undefined ? undefined : keyRange, paper: named };
  }

  /** A key may be that of another paper, to which another file gives it. */
  #paperOf(uri: string, { key, title }: PaperRecord): Paper | undefined {
    const isHere = (paper: Paper | undefined): boolean => paper?.sources.some((source) => source.uri === uri) === true;
    const named = this.#library.get(usableFileKey(key) ?? '');
    if (isHere(named)) return named;
    const made = this.#library.get(generatedKey(title));
    return isHere(made) ? made : undefined;
  }
}

function isOnLine({ start, end }: PaperRecord['range'], line: number): boolean {
  // A range may end at the beginning of the line behind it.
  return start.line <= line && (line < end.line || (line === end.line && end.character > 0));
}
