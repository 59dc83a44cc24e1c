import type { PaperRecord } from '../paper.ts';
import type { Problem } from '../problem.ts';

/** What came out of one paper file: every paper it holds and every line that could not be placed. */
export interface ParsedPaperFile {
  /** In the order of the file. */
  readonly records: readonly PaperRecord[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** One paper file format. All functions are total: any text gives a result, none throws, time is linear in its length. */
export interface PaperFormat {
  /** Stable id, such as `listing` or `bibtex`. */
  readonly id: string;
  /** For people: "paper list". */
  readonly label: string;
  /**
   * How sure the format is that `text` (the first 64 Ki characters) of a file called `name` (base name) is its own:
   * 0 = no, 1 = certain. Content outweighs the name.
   */
  detect(name: string, text: string): number;
  /** Reads a whole text, line ends and BOM as they are in the file. */
  parse(text: string): ParsedPaperFile;
}
