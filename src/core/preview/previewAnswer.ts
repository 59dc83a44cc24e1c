import type { CitedCluster, FormattedCitation, FormattedReference } from '../csl/formatRequest.ts';

/** What the preview of a document shows of one of its citations. */
export interface PreviewCitation extends FormattedCitation {
  /** Places in `references` of the works that it cites, each once. */
  readonly works: readonly number[];
}

/** What is shown of a work when the pointer rests on a citation. */
export interface WorkCard {
  readonly title: string;
  /** Authors, year and venue; `''` when nothing is known. */
  readonly byline: string;
  /** `''` when there is none. */
  readonly abstract: string;
}

/** An entry of the reference list in the preview. */
export interface PreviewReference extends FormattedReference {
  readonly card: WorkCard | undefined;
}

/** What the preview of a document shows. */
export interface PreviewAnswer {
  /** By the clusters of the document; `undefined` where one is not formatted yet. */
  readonly citations: readonly (PreviewCitation | undefined)[];
  readonly references: readonly PreviewReference[];
  /** Whether citations are notes. */
  readonly inNotes: boolean;
  /** Keys that no work has are marked: the library is read, and the document has a bibliography or cites something known. */
  readonly marksUnknown: boolean;
  /** What stands above the reference list; `''`: nothing. */
  readonly title: string;
  /** The document wants no reference list. */
  readonly isListSuppressed: boolean;
  /** Why the document is formatted otherwise than it says, as sentences; with text of files. */
  readonly problems: readonly string[];
}

/** Where the preview's answers come from. */
export interface PreviewPort {
  /**
   * What is known by now of the citations of a document, at once; `undefined`: nothing. `document` is what VS Code calls it:
   * `undefined` for a text that is none.
   */
  answer(document: unknown, clusters: readonly CitedCluster[]): PreviewAnswer | undefined;
}
