import { withLf } from './keepLineEnds.ts';

/**
 * Whether two texts are the same but for spaces at the ends of lines and line breaks at their ends: what VS Code trims and
 * adds when it saves (`files.trimTrailingWhitespace`, `files.insertFinalNewline`, `files.trimFinalNewlines`). Linear.
 */
export function sameWhenTrimmed(a: string, b: string): boolean {
  return a === b || trimmed(a) === trimmed(b);
}

function trimmed(text: string): string {
  const lines = withLf(text).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
