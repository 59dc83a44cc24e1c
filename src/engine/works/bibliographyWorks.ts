import { cslItemOf } from '../../core/bibliography/cslJson.ts';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import { parsePaperFile } from '../../core/formats/parsePaperFile.ts';
import { usableFileKey } from '../../core/library/usableFileKey.ts';
import type { PaperRecord } from '../../core/paper.ts';
import type { Problem } from '../../core/problem.ts';
import { decodePaperBytes } from '../decodeText.ts';
import { baseName } from '../readPaperFile.ts';
import { withOwnTexts } from '../withOwnTexts.ts';
import type { FileWorks, WorksAnswer, WorksFile, WorksRequest } from './worksAnswers.ts';

/** So many files that are no paper files are remembered. */
const mostFiles = 10;

interface Library {
  /** The same list as long as the file has the same records. */
  recordsIn(uri: string): readonly { readonly record: PaperRecord }[];
  problemsIn(uri: string): readonly Problem[];
}

/** The records of a file by the keys that it gives them; `undefined` when it is no bibliography. */
interface ReadFile {
  readonly byKey: ReadonlyMap<string, PaperRecord> | undefined;
  readonly problems: number;
}

/** Reads bibliography files that are no paper files, and tells what they and paper files have under a key. */
export class BibliographyWorks {
  readonly #library: Library;
  /** By URI, the file that was asked about last at the end. */
  readonly #read = new Map<string, ReadFile & { readonly stamp: string }>();
  readonly #ofLibrary = new WeakMap<object, ReadonlyMap<string, PaperRecord>>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Linear in what is new, else in what is asked for. */
  of({ files, keys, all = false }: WorksRequest): WorksAnswer {
    const works = new Map<string, CslItem>();
    const answers: FileWorks[] = [];
    const missing: string[] = [];
    for (const file of files) {
      const read = this.#file(file);
      if (read === undefined) {
        missing.push(file.uri);
        continue;
      }
      const { byKey, problems } = read;
      answers.push({ uri: file.uri, works: byKey?.size, problems });
      for (const key of all ? (byKey?.keys() ?? []) : keys) {
        const record = byKey?.get(key);
        if (record !== undefined) works.set(key, cslItemOf({ ...record, key }));
      }
    }
    return { works: [...works.values()], files: answers, missing };
  }

  #file({ uri, stamp, content }: WorksFile): ReadFile | undefined {
    if (stamp === undefined) return this.#paperFile(uri);
    const known = this.#read.get(uri);
    const read = known?.stamp === stamp ? known : content === undefined ? undefined : readFile(uri, content);
    this.#read.delete(uri);
    if (read === undefined) return undefined;
    this.#read.set(uri, { ...read, stamp });
    for (const oldest of [...this.#read.keys()].slice(0, -mostFiles)) this.#read.delete(oldest);
    return read;
  }

  #paperFile(uri: string): ReadFile {
    const records = this.#library.recordsIn(uri);
    const byKey = this.#ofLibrary.get(records) ?? keyed(records.map(({ record }) => record));
    this.#ofLibrary.set(records, byKey);
    return { byKey, problems: counted(this.#library.problemsIn(uri)) };
  }
}

function readFile(uri: string, content: Uint8Array | string): ReadFile {
  const name = baseName(uri);
  const { text, problems: ofBytes } =
    typeof content === 'string' ? { text: content, problems: [] } : decodePaperBytes(content, name);
  if (text === undefined) return { byKey: undefined, problems: counted(ofBytes) };
  const { format, records, problems } = parsePaperFile(name, text);
  const isEmpty = format === undefined && text.trim() === '';
  if (format === undefined && !isEmpty) return { byKey: undefined, problems: 0 };
  return { byKey: keyed(records.map(withOwnTexts)), problems: counted([...ofBytes, ...problems]) };
}

/** What is no more than said, such as that there is nothing in a file, is none. */
function counted(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity !== 'information').length;
}

function keyed(records: readonly PaperRecord[]): ReadonlyMap<string, PaperRecord> {
  const byKey = new Map<string, PaperRecord>();
  for (const record of records) {
    const key = usableFileKey(record.key);
    if (key !== undefined) byKey.set(key, record);
  }
  return byKey;
}
