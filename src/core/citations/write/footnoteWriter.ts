import type { CitationWriter, ScannedText } from '../citationWriter.ts';
import { footnoteLabels, scanFootnote } from '../footnote/scanFootnote.ts';
import { markWriter } from './markWriter.ts';

/** They are in no label, or would be read as something else there. */
const notInLabel = /[\s^[\]{}\\`$<@\p{Cc}\p{Cs}]/u;

/**
 * Writes `[^a]`, one reference a work; in the sentence, and where a reference cannot say it, what Pandoc's Markdown has. It
 * writes no footnote for them.
 */
export function footnoteWriter({ text, scan }: ScannedText): CitationWriter {
  const writer = markWriter(text, {
    scan: scanFootnote,
    mark: (key) => (notInLabel.test(key) ? undefined : `[^${key}]`),
    form: 'bracketed',
  });
  return { ...writer, labels: (key) => footnoteLabels(text, scan, key) };
}
