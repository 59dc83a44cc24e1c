import { namesOfNote } from './noteIndex.ts';
import { noteFileName } from './noteFileName.ts';

/**
 * The name of a note's file once its paper has another key: of a file that is named after the old key one named alike
 * after the new one. `undefined` of a file with a name of its own, which stays. Total.
 */
export function renamedNote(name: string, from: string, to: string): string | undefined {
  const old = name.normalize('NFC');
  if (!namesOfNote(from).some((one) => one.normalize('NFC') === old)) return undefined;
  if (old === noteFileName(from)) return noteFileName(to);
  // As the tools name it that write `@key.md`.
  const safe = to.replace(/[*"\\/<>:|?]/g, '_');
  return `${old.startsWith('@') ? '@' : ''}${safe}.md`;
}
