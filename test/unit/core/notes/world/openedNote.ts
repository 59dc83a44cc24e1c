import { parseDraft } from '../../../../../src/core/notes/draft.ts';
import { MemoryDisk, MemoryJournal, utf8 } from './memoryDisk.ts';
import { MemoryWindow } from './memoryWindow.ts';
import { settle, Steps } from './steps.ts';

/** A window in which the note is open. */
export async function opened(text?: string | Uint8Array, prepare?: (disk: MemoryDisk) => void) {
  const steps = new Steps();
  const disk = new MemoryDisk(steps);
  prepare?.(disk);
  const journal = new MemoryJournal(steps);
  if (text !== undefined) disk.put('a.md', text);
  const window = new MemoryWindow(disk, journal);
  const starting = window.start(1);
  await settle();
  while (await steps.one(0));
  await starting;
  return { steps, disk, journal, window, page: window.page };
}

/** The texts of the drafts in the journal. */
export const drafts = (journal: MemoryJournal) =>
  [...journal.files.values()].flatMap((bytes) => {
    const parsed = parseDraft(utf8.show(bytes));
    return parsed.kind === 'draft' ? [parsed.draft.text] : [];
  });
