import type { Paper, PaperSource } from '../core/paper.ts';
import type { CslFile, FormatAnswer, FormatRequest } from '../core/csl/formatRequest.ts';
import type { PaperMarks } from '../core/marks/paperMarks.ts';
import type { NoteMatch } from '../core/notes/noteIndex.ts';
import type { Problem } from '../core/problem.ts';
import type { ThemeMap } from '../core/themeMap/themeMap.ts';
import type { ThemeChange, ThemeChangePlan } from '../core/themes/curation/themeChange.ts';
import type { Theme } from '../core/themes/theme.ts';
import type { PackedScan } from '../core/citations/packedScan.ts';
import type { DocumentText } from '../core/citations/syntaxes.ts';
import type { CitedKeysAnswer } from './checks/citedKeysAnswer.ts';
import type { CitedIn, DocumentChange, DocumentPlace } from './citing/citingAnswers.ts';
import type { EntriesRequest, PaperEntry } from './entries/entryAnswers.ts';
import type { NearKey } from './keys/keyAnswers.ts';
import type { NoteAnswer, NoteChange, NoteSearchResult } from './notes/noteAnswers.ts';
import type { WorksAnswer, WorksFile, WorksRequest } from './works/worksAnswers.ts';
import type { WriterFacts } from './writerFacts.ts';

export type { CitedIn, DocumentChange, DocumentPlace, EntriesRequest, NearKey, PaperEntry };
export type { CitedKeysAnswer, DocumentText, WriterFacts };
export type { NoteAnswer, NoteChange, NoteMatch, NoteSearchResult, ThemeChange, ThemeChangePlan };
export type { WorksAnswer, WorksFile, WorksRequest };

/** One paper file as the host read it, or the reason why it could not. */
export type FileChange =
  | {
      readonly kind: 'content';
      readonly uri: string;
      readonly bytes: Uint8Array;
      /** Papers beyond this many are left out with a problem; no limit when undefined. */
      readonly maxPapers?: number | undefined;
    }
  /** As it stands in an editor, saved or not. */
  | { readonly kind: 'text'; readonly uri: string; readonly text: string; readonly maxPapers?: number | undefined }
  | { readonly kind: 'unreadable'; readonly uri: string; readonly problem: Problem }
  | { readonly kind: 'removed'; readonly uri: string };

/** A row of a list of papers: what a tree item or a quick pick shows. */
export interface PaperRow {
  readonly key: string;
  /** Other keys that mean it, where it has some. */
  readonly aliases?: readonly string[] | undefined;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | undefined;
  readonly venue: string | undefined;
  /** Ids of its themes, strongest first. */
  readonly themes: readonly string[];
  readonly source: PaperSource;
  /** `undefined` of a row of an earlier session. */
  readonly marks?: PaperMarks | undefined;
}

/** A paper in full, with its themes and the other versions of its work. */
export interface PaperDetails extends Paper {
  readonly themes: readonly { readonly id: string; readonly label: string }[];
  /** The papers of `versions`, to be named. */
  readonly otherVersions: readonly Pick<Paper, 'key' | 'venue' | 'year'>[];
}

/** By what the tree groups papers; `source`: the paper files they come from, `state`: how far they are read. */
export type GroupBy = 'theme' | 'year' | 'author' | 'venue' | 'source' | 'state';

/**
 * In what order the papers of a group stand. `relevance`: of a theme most central first, of a paper file in its order,
 * filtered the best answers first; `added`: those that came to the library last first; `cited`: those cited in the
 * document first, in its order.
 */
export type SortBy = 'relevance' | 'year' | 'title' | 'added' | 'cited';

/** A group without its papers, for the top level of the tree. */
export interface GroupRow {
  /** Id of the theme, URI of the paper file, year (`2024`), reading state; of others whatever they go by. */
  readonly id: string;
  /** For people; `''` of a paper file: who shows it knows its folder. */
  readonly label: string;
  /** The words that make a theme, strongest first. */
  readonly terms: readonly string[];
  /** Titles of its most central papers, a few; of themes only. */
  readonly examples: readonly string[];
  /** All its papers, those of its parts included. */
  readonly count: number;
  /** Those in none of its parts, which `groupPapers` gives. */
  readonly own: number;
  /** It has groups within it, which `groups` gives: the papers of all of them and its own are its papers. */
  readonly divided: boolean;
  /** The groups within it where they are few: those of a theme. */
  readonly parts: readonly GroupRow[];
  readonly pinned: boolean;
}

/** Where a paper stands in a view. */
export interface PaperPlace {
  /** Ids of the group, of the part of it where there is one, and so on. */
  readonly path: readonly string[];
  /** Its row in the last group of the path, zero-based. */
  readonly index: number;
}

/** A row of a view: a paper, and the id of the group that the row stands in. */
export interface ViewRow {
  readonly key: string;
  readonly group: string;
}

/** A row with those above and below it, over the ends of groups; `undefined` at the ends of the view. */
export interface PaperNeighbours extends ViewRow {
  readonly previous: ViewRow | undefined;
  readonly next: ViewRow | undefined;
}

/** Rows `from` (zero-based) up to, not including, `to`. */
export interface RowSlice {
  readonly from: number;
  readonly to: number;
}

/** Rows of a group that follow each other. */
export interface Stretch extends RowSlice {
  readonly first: PaperRow;
  readonly last: PaperRow;
}

/** A ranked answer with what its row shows. */
export interface SearchAnswer {
  readonly row: PaperRow;
  readonly score: number;
  /** The sentence of the abstract that matched best; `undefined` when the abstract did not match. */
  readonly excerpt: string | undefined;
}

/** A question to the search. */
export interface SearchRequest {
  /** As typed: words, `"phrases"`, `-words` and filters such as `author:name`. */
  readonly query: string;
  readonly limit: number;
  /**
   * Of a list that is searched as one types: once a request with a greater number of the same session has come, this one
   * is not worked out any more.
   */
  readonly turn?: { readonly session: string; readonly number: number } | undefined;
}

export interface SearchResult {
  /** Best first. */
  readonly answers: readonly SearchAnswer[];
  /** Papers are still being read or indexed: the same request may find more later. */
  readonly indexing: boolean;
  /** A newer request of its session came first: `answers` is empty and says nothing. */
  readonly superseded: boolean;
}

/** A text that is being written, and what to leave out of the papers for it. */
export interface TextRequest {
  readonly text: string;
  /** Keys or aliases of papers that are known already: those cited there. */
  readonly without: readonly string[];
  readonly limit: number;
}

/** A paper that a text speaks about. */
export interface TextAnswer {
  readonly row: PaperRow;
  /** The words of the text that led to it, as they stand there, the most telling first. */
  readonly words: readonly string[];
}

/** How the tree shows the library. */
export interface GroupView {
  readonly by: GroupBy;
  /** By relevance when undefined. */
  readonly sort?: SortBy | undefined;
  /** A query: only papers that it finds, and groups that have some. Blank: all. */
  readonly filter?: string | undefined;
}

export interface UpdateOptions {
  /** More files of the same load follow: what is not in the library yet may still come. */
  readonly more?: boolean | undefined;
}

/** What the library looks like at one revision. */
export interface LibraryStatus {
  /** Grows with every change that anybody could see. */
  readonly revision: number;
  readonly papers: number;
  /** Files that are paper files, whether papers were found in them or not. */
  readonly files: number;
  readonly problems: number;
}

/**
 * The stateful service over core: owns the library, the index and the themes. Every answer is small: rows, keys, one
 * paper. All methods reject with an `Error` when the engine has stopped; none hangs.
 */
export interface PaperEngine {
  /**
   * Takes the changes in and resolves when library, index and themes follow them. Calls are worked off in their order;
   * questions asked meanwhile are answered from the state so far. The bytes are the engine's from then on.
   */
  update(changes: readonly FileChange[], options?: UpdateOptions): Promise<LibraryStatus>;
  /** Rows in the order of files and lines, the first `limit` of them or all. */
  rows(limit?: number): Promise<readonly PaperRow[]>;
  /** A paper by its key or one of its aliases; `undefined` when there is none. */
  paper(key: string): Promise<PaperDetails | undefined>;
  /** For each of these keys or aliases, in their order, the paper that it means; `undefined` when there is none. */
  resolveKeys(keys: readonly string[]): Promise<readonly (PaperRow | undefined)[]>;
  /** What a document cites, and what is known of that; `undefined` when it cites nothing by its language. */
  citedKeys(document: DocumentText): Promise<CitedKeysAnswer | undefined>;
  /** All citations of a text with their places, for who must not be held up; `undefined` as with `citedKeys`. */
  scanCitations(document: DocumentText): Promise<PackedScan | undefined>;
  /** Papers that may have been meant by a key that is unknown, nearest first: by its letters, then by author and year. */
  nearKeys(key: string, limit: number): Promise<readonly NearKey[]>;
  /**
   * Themes strongest first; years latest first; authors by family name, many of them in groups of letters; venues by
   * their papers; paper files (those without papers, too, unless filtered) by URI. With `within` the groups in that one.
   */
  groups(view: GroupView, within?: string): Promise<readonly GroupRow[]>;
  /** How many papers a view shows, each counted once however many groups it stands in. */
  countPapers(view: GroupView): Promise<number>;
  /**
   * Rows of one group or part of one, of a divided group those in none of its parts; empty for an unknown id. Of a paper
   * file with the place in that file as their source. `slice` takes some of them.
   */
  groupPapers(view: GroupView, id: string, slice?: RowSlice): Promise<readonly PaperRow[]>;
  /** The same papers cut into stretches of `length`, by the first and the last of each. */
  stretches(view: GroupView, id: string, length: number): Promise<readonly Stretch[]>;
  /** Keys of all papers of a group, those of its parts included. */
  groupKeys(view: GroupView, id: string): Promise<readonly string[]>;
  /** Where a paper (key or alias) stands in a view: in its strongest group; `undefined` when it is not to be seen. */
  placeOf(view: GroupView, key: string): Promise<PaperPlace | undefined>;
  /**
   * The papers before and after one (key or alias) in the order of the rows of a view. Of its rows the one in the group
   * `within` is meant, else that of `placeOf`; `undefined` when it is not to be seen.
   */
  neighbours(view: GroupView, key: string, within?: string): Promise<PaperNeighbours | undefined>;
  themes(): Promise<readonly Theme[]>;
  /**
   * The writer's corrections of the themes, as their file says them; `undefined` when there is none. Resolves when the
   * themes follow, with what is wrong with the text: what can be read of it holds.
   */
  setThemesFile(text: string | undefined): Promise<readonly Problem[]>;
  /** What a correction makes of the text that `setThemesFile` was given last. Changes nothing by itself. */
  planThemeChange(change: ThemeChange): Promise<ThemeChangePlan>;
  /** Makes the inferred themes anew, moving as few papers as it can. Resolves when they are there. */
  regroupThemes(): Promise<LibraryStatus>;
  /** A picture of the library: takes a while the first time, and when the library has grown much. */
  themeMap(): Promise<ThemeMap>;
  search(request: SearchRequest): Promise<SearchResult>;
  /** Papers for a text, best first; those that share only common words with it are left out. */
  papersFor(request: TextRequest): Promise<readonly TextAnswer[]>;
  /**
   * Papers near a paper (key or alias), nearest first, with words that both have; other versions of the same work are left
   * out. Empty for an unknown key.
   */
  related(key: string, limit: number): Promise<readonly TextAnswer[]>;
  /** Takes documents in instead of what was known of them. The bytes are the engine's from then on. */
  setDocuments(changes: readonly DocumentChange[]): Promise<void>;
  /** The records of the text of a paper file, in its order: of the text alone, which the library may not know yet. */
  entriesOf(request: EntriesRequest): Promise<readonly PaperEntry[]>;
  /** Every place where a paper file gives this key, also to other papers than the one that has it. */
  keyPlaces(key: string): Promise<readonly PaperSource[]>;
  /** What bibliography files, paper files or not, say of works. */
  bibliographyWorks(request: WorksRequest): Promise<WorksAnswer>;
  /** Where the documents known so far cite one of these keys, by URI and in the order of each document. */
  citedPlaces(keys: readonly string[], limit: number): Promise<CitedIn>;
  /** What later questions go by, instead of what was told before. */
  setWriterFacts(facts: WriterFacts): Promise<void>;
  /** Takes changes of note files in, which `has:note`, marks and search follow: with `more` not before the last part. */
  setNotes(changes: readonly NoteChange[], options?: UpdateOptions): Promise<void>;
  /** The note of a paper (key or alias), as far as notes were told; `undefined` when there is none. */
  noteOf(key: string): Promise<NoteMatch | undefined>;
  /** Keys of all papers that have a note. */
  notedKeys(): Promise<readonly string[]>;
  /** Notes by what they say; of a blank query those of papers used lately first. Fields mean nothing in it. */
  searchNotes(request: SearchRequest): Promise<NoteSearchResult>;
  /** Citations and reference list in a citation style. Takes a second when a style is first asked for. */
  formatCitations(request: FormatRequest): Promise<FormatAnswer>;
  /** Takes in files that `formatCitations` has named. */
  provideCslFiles(files: readonly CslFile[]): Promise<void>;
  /** Every problem of every paper file that has some, by file URI. */
  problems(): Promise<readonly { readonly uri: string; readonly problems: readonly Problem[] }[]>;
  /**
   * Called while a large update runs, whenever its answers show more than before: first papers are listed, then all are
   * found; they have their themes only at the end. One listener; `undefined` takes it off.
   */
  onStep(listener: (() => void) | undefined): void;
  /** Told what nobody has to act upon, for the log, such as a cache that could not be written. One listener. */
  onTrouble(listener: ((message: string) => void) | undefined): void;
  /** Ends the engine; pending promises reject. Idempotent. */
  dispose(): void;
}
