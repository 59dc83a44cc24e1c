import type { KeptState } from '../core/notes/keptNote.ts';
import type { ReadingState } from '../core/readingLists.ts';

/**
 * What crosses between the host and the reader webview. Data only: no URIs the webview could choose, no HTML. Every
 * message names the paper it is about; a message about another paper than the one shown is stale and dropped.
 */

/** The paper as the reader shows it. All texts are untrusted and unescaped. */
export interface ReaderPaper {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number | undefined;
  readonly venue?: string | undefined;
  /** May hold `$math$`; paragraphs are separated by a blank line. `''` when unknown. */
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly themes: readonly string[];
  /**
   * `https:` (or `http:`) only, checked by the host; opening one is asked of the host by `index`. `label` is the kind:
   * DOI, arXiv, PDF, Code or Web page.
   */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Where it stands: `daily-papers.txt:13` (one-based line), for the "reveal" buttons; asked of the host by index. */
  readonly sources: readonly string[];
  /** Other versions of the work, such as its preprint, as people name them; asked of the host by index. */
  readonly versions?: readonly string[] | undefined;
  /** How far the writer has come with it. */
  readonly reading?: ReadingState | undefined;
  /** When it was opened the last time before this, in milliseconds since 1970. */
  readonly lastOpened?: number | undefined;
  /** The last search of the writer: what it looks for is highlighted in title and abstract. */
  readonly query?: string | undefined;
}

/** Where the reader stands among the papers read, and in the order of the tree. */
export interface ReaderPlace {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** This reader keeps its paper: the next one opens in another tab. */
  readonly pinned: boolean;
}

/** A place in the workspace that cites the paper. */
export interface CitedPlace {
  /** Workspace-relative, for people. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** The sentence around the citation: what stands before it, the citation, what follows. One line each. */
  readonly before: string;
  readonly citation: string;
  readonly after: string;
}

/** A paper that is near the one shown. */
export interface RelatedPaper {
  readonly title: string;
  /** Authors and year as the tree shows them. */
  readonly byline: string;
  /** Words both share, the most telling first. */
  readonly words: readonly string[];
}

/** Facts of a paper that the reader offers to search for. */
export const searchableFacts = ['author', 'venue', 'year', 'keyword'] as const;

export type SearchableFact = (typeof searchableFacts)[number];

/**
 * State of the note on disk.
 * `saved`: what the webview sent up to `seq` is on disk, read back and compared. `saving`: it is held by the host.
 * `draft`: it is not in the note's file yet, but on disk in the journal of drafts, which outlives the editor.
 * `failed`: it is not on disk; `message` says why and what to do. `readOnly`: notes cannot be written at all here.
 * `conflict`: both sides changed the same place; the other text was kept in the file that `message` names.
 */
export type NoteState = KeptState;

export type ToReader =
  /** Answer to `ready`, and whenever another paper (or a new state of the same paper) is to be shown. */
  | {
      readonly type: 'show';
      readonly paper: ReaderPaper;
      readonly note: ReaderNote;
      /** True when the same paper was re-read: keep scroll, focus and caret. */
      readonly refresh: boolean;
    }
  /**
   * The note changed elsewhere (text editor, disk), or an edit was merged. `seq` is the last edit of the webview contained
   * in `text`. The webview passes over a text without its last edit: an edit whose `base` is no longer the host's version
   * is merged by the host, and where the outcome differs from the edit a `noteText` that contains it must follow.
   */
  | { readonly type: 'noteText'; readonly key: string; readonly note: ReaderNote }
  | {
      readonly type: 'noteState';
      readonly key: string;
      readonly seq: number;
      readonly state: NoteState;
      readonly message?: string | undefined;
    }
  /** The library no longer has the paper: the reader says so and keeps the note editable. */
  | { readonly type: 'gone'; readonly key: string }
  | { readonly type: 'place'; readonly key: string; readonly place: ReaderPlace }
  /** Places that cite the paper, the first of them; `count` is how many there are in all. Comes some time after `show`. */
  | {
      readonly type: 'citedIn';
      readonly key: string;
      readonly places: readonly CitedPlace[];
      readonly count: number;
      /** Documents are still being read: more may come. */
      readonly searching: boolean;
    }
  /** Papers near the one shown, nearest first. Comes some time after `show`. */
  | { readonly type: 'related'; readonly key: string; readonly papers: readonly RelatedPaper[] }
  /** The writer asked for the note: it gets the keyboard. The panel has the focus already. */
  | { readonly type: 'focusNote'; readonly key: string }
  /** Answer to `ping`. */
  | { readonly type: 'pong'; readonly number: number };

export interface ReaderNote {
  /** The body of the note (front matter is the host's); lines end in LF, as in `edit.text`. */
  readonly text: string;
  /** Number of this text; the webview names it in `edit.base`. Grows. */
  readonly version: number;
  /** The last `seq` of the webview that is contained in `text`; 0 when none. */
  readonly seq: number;
  readonly state: NoteState;
  readonly message?: string | undefined;
  /** Workspace-relative path of the note, for people; `undefined` when there is no place for notes. */
  readonly path?: string | undefined;
}

export type FromReader =
  /**
   * The page is up. `unsaved` is what its own state still held of an earlier life: an edit nobody confirmed. `rescued`: it
   * takes the place of a page whose host has ended, and misses nothing of it: that one's tab may be closed.
   */
  | {
      readonly type: 'ready';
      readonly rescued?: boolean | undefined;
      readonly unsaved?: { readonly key: string; readonly base: string; readonly text: string } | undefined;
    }
  /** The whole body after the writer's edit. `base` is the version it started from; `seq` grows by one each time. */
  | {
      readonly type: 'edit';
      readonly key: string;
      readonly seq: number;
      readonly base: number;
      readonly text: string;
    }
  | { readonly type: 'openNote'; readonly key: string }
  | { readonly type: 'insertCitation'; readonly key: string }
  | { readonly type: 'copyKey'; readonly key: string }
  /** `index` into `ReaderPaper.links`. */
  | { readonly type: 'openLink'; readonly key: string; readonly index: number }
  /** `index` into `ReaderPaper.sources`. */
  | { readonly type: 'revealSource'; readonly key: string; readonly index: number }
  /** `index` into `ReaderPaper.versions`. */
  | { readonly type: 'openVersion'; readonly key: string; readonly index: number }
  | { readonly type: 'copyAs'; readonly key: string; readonly format: 'bibtex' | 'text' | 'other' }
  /** To another paper: among those read before, or in the order of the tree. */
  | { readonly type: 'go'; readonly key: string; readonly to: 'back' | 'forward' | 'previous' | 'next' }
  | { readonly type: 'pin'; readonly key: string; readonly pinned: boolean }
  | { readonly type: 'markAs'; readonly key: string; readonly reading: ReadingState }
  /** `index` into `ReaderPaper.themes`: shows the theme in the tree. */
  | { readonly type: 'revealTheme'; readonly key: string; readonly index: number }
  /** `index` into the places of the last `citedIn`. */
  | { readonly type: 'openCitedPlace'; readonly key: string; readonly index: number }
  /** `index` into the papers of the last `related`. */
  | { readonly type: 'openRelated'; readonly key: string; readonly index: number }
  /**
   * A link of the rendered note: `paper` a citation key, `note` the name in `[[name]]`, `web` an `https:` or `http:`
   * address. `target` is text of the note: the host trusts nothing of it.
   */
  | {
      readonly type: 'openNoteLink';
      readonly key: string;
      readonly kind: 'paper' | 'note' | 'web';
      readonly target: string;
    }
  /** The writer acts on a note that is not saved: try again, or compare the file with what is kept. */
  | { readonly type: 'noteAction'; readonly key: string; readonly action: 'retry' | 'compare' }
  /** Is the host there? It answers with `pong` of the same number. */
  | { readonly type: 'ping'; readonly number: number }
  /** Search for what this paper has: `index` into its authors or keywords; 0 for its venue and year. */
  | { readonly type: 'searchFor'; readonly key: string; readonly fact: SearchableFact; readonly index: number };
