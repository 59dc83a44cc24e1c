import type { CitationWriter, ScannedText } from '../citationWriter.ts';
import { scanWiki } from '../wiki/scanWiki.ts';
import { markWriter } from './markWriter.ts';

/** They end the name of a note, part its folders, or are in no name of a file. */
const notInLink = /[[\]|#^/\\:*?"<>]/;

/** Writes `[[@a]]`, one link a work; what a link cannot say as Pandoc's Markdown has it. */
export function wikiWriter({ text }: ScannedText): CitationWriter {
  return markWriter(text, { scan: scanWiki, mark: (key) => (notInLink.test(key) ? undefined : `[[@${key}]]`) });
}
