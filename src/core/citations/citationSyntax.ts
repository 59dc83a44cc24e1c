import type { CitationScan } from './citation.ts';
import type { CitationWriter, ScannedText } from './citationWriter.ts';
import type { TypedKey } from './completion/typedKey.ts';

/** How documents of some languages write citations. */
export interface CitationSyntax {
  readonly id: string;
  /** Ids of the languages, as VS Code has them. */
  readonly languages: readonly string[];
  /** Endings of file names, in small letters and without the dot. */
  readonly endings: readonly string[];
  /** Finds the citations of a text with their exact places. Total; linear. */
  scan(text: string): CitationScan;
  /** Writes citations for a document, in the manner that it has. Costs nothing before it is asked. */
  writer(document: ScannedText): CitationWriter;
  /** What may be a key that is typed at `offset`, by the characters around it alone. Cheap: looks at a bounded part. */
  typedAt(text: string, offset: number): TypedKey | undefined;
}

/** A text with its syntax and what that found in it. */
export interface SyntaxText extends ScannedText {
  readonly syntax: CitationSyntax;
}
