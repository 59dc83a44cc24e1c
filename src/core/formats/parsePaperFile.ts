import { paperFormats } from './index.ts';
import type { ParsedPaperFile, PaperFormat } from './paperFormat.ts';

/** How much of a text formats look at to recognise it, in UTF-16 units. */
const detectionLength = 64 * 1024;

/** What a paper file holds, and which format read it: `undefined` when none recognised it. */
export interface RecognisedPaperFile extends ParsedPaperFile {
  readonly format: string | undefined;
}

/** Reads the text of a paper file called `name` (base name) with the format that is surest that it is its own. */
export function parsePaperFile(name: string, text: string): RecognisedPaperFile {
  const head = text.slice(0, detectionLength);
  let best: PaperFormat | undefined;
  let bestScore = 0;
  for (const format of paperFormats) {
    const score = format.detect(name, head);
    if (score > bestScore) {
      best = format;
      bestScore = score;
    }
  }
  if (best !== undefined) return { ...best.parse(text), format: best.id };
  const start = { line: 0, character: 0 };
  const message = `No format of paper files recognises ${name}. Exclude it in the setting "paperside.files".`;
  const problem = { code: 'unknown-format', severity: 'information', message, range: { start, end: start } } as const;
  return { records: [], problems: [problem], format: undefined };
}
