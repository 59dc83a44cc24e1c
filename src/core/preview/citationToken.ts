import type { Token } from 'markdown-it';
import type { NotePlace } from '../citations/pandoc/citationNotes.ts';
import type { CitedCluster } from '../csl/formatRequest.ts';

/** The kinds of tokens that the preview's plugin makes. */
export const tokenTypes = {
  citation: 'paperside_citation',
  notes: 'paperside_notes',
  references: 'paperside_references',
} as const;

/** The citations of one text, in its order; those of a footnote stand where it is referred to. */
export interface DraftCitations {
  /** The reference list stands in the text itself, so the preview adds none. */
  readonly hasWrittenList: boolean;
  readonly clusters: CitedCluster[];
  /** Those that are notes where the style has notes, by their places in `clusters`: all that stand in no footnote. */
  readonly notes: { readonly index: number; readonly number: number }[];
}

/** What a token of a citation carries. */
export interface CitationMeta {
  readonly cluster: CitedCluster;
  /** As it is written. */
  readonly source: string;
  /** Most likely a cross-reference, such as `@fig-x`. */
  readonly isCrossReference: boolean;
  /** In the text of a link, in which none can stand. */
  readonly isInLink: boolean;
  /** White space before it, which is left out before a raised mark, and punctuation behind it, which goes before that of a note. */
  readonly before: string;
  readonly after: string;
  /** Its paragraph begins with it. */
  readonly opensParagraph: boolean;
  readonly endsSentence: boolean;
  /** Set when the whole text is read. */
  draft: DraftCitations | undefined;
  /** Its place in the clusters of the draft. */
  index: number;
  /** The number of its note where the style has notes, the document's own counted; `undefined` in one of these. */
  note: number | undefined;
  /** Where it stands in one of the document's own notes; `undefined` outside of them. */
  place: NotePlace | undefined;
}

const metas = new WeakMap<Token, CitationMeta>();

/** Keeps what belongs to a token of a citation. */
export function setCitationMeta(token: Token, meta: CitationMeta): void {
  metas.set(token, meta);
}

/** What belongs to a token; `undefined` when it is no citation. */
export function citationMetaOf(token: Token | undefined): CitationMeta | undefined {
  return token && metas.get(token);
}

const drafts = new WeakMap<Token, DraftCitations>();

/** Keeps which text a block of notes or references belongs to. */
export function setDraft(token: Token, draft: DraftCitations): void {
  drafts.set(token, draft);
}

/** The text that a block of notes or references belongs to. */
export function draftOf(token: Token | undefined): DraftCitations | undefined {
  return token && drafts.get(token);
}
