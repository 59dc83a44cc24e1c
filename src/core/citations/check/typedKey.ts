import type { Position } from '../../text/position.ts';
import type { CitationSyntax } from '../citationSyntax.ts';
import { keyCompletion } from '../completion/keyCompletion.ts';
import type { Finding } from './finding.ts';

/** Where somebody writes. Offsets of the text as it is. */
export interface WritingPlace {
  readonly caret: number;
  /** Where the last changes of the text end. */
  readonly changed: readonly number[];
}

/**
 * Where the key begins that is being typed: the caret is in it, in words that look for its paper, or just behind, and the
 * last change was made there. A caret that only came to a key types nothing. Total; linear.
 */
export function keyBeingTyped(
  syntax: CitationSyntax,
  text: string,
  { caret, changed }: WritingPlace,
): number | undefined {
  const typed = syntax.typedAt(text, caret);
  if (typed === undefined || !changed.some((place) => typed.start <= place && place <= typed.end)) return undefined;
  return keyCompletion(syntax, text, caret)?.start;
}

/** The findings without the one that says of the key which begins there that nobody knows it: it is not finished yet. */
export function unlessTyped(findings: readonly Finding[], { line, character }: Position): readonly Finding[] {
  return findings.filter(
    ({ code, range: { start } }) => code !== 'unknown-key' || start.line !== line || start.character !== character,
  );
}

/** A change of a text, in the offsets of the text before it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where changes that were made together, and do not overlap, end in the text after them. */
export function endsOfChanges(changes: readonly TextChange[]): readonly number[] {
  let shift = 0;
  return changes
    .toSorted((a, b) => a.rangeOffset - b.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => {
      const end = rangeOffset + shift + text.length;
      shift += text.length - rangeLength;
      return end;
    });
}
