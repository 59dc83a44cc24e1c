import { chunk } from './chunk.ts';
import type { FaultRoom } from './faultRoom.ts';
import type { Ledger } from './ledger.ts';
import type { NotePage } from './notePage.ts';
import { isAlive } from './processes.ts';
import { count } from './tally.ts';
import { until } from './until.ts';

/** Words that say that everything typed is in the file. */
export const saved = /^saved/im;
/** Words that promise nothing. */
export const notSafe = /^not saved|^kept in this page|does not answer|gone/im;

/** Types a piece of text and gives it. */
export async function typePiece(note: NotePage, ledger: Ledger, length?: number): Promise<string> {
  const piece = chunk(length);
  ledger.typed(piece);
  await note.type(piece);
  return piece;
}

/** Waits until the host has ended, or has saved this piece and has had the time to clear up after it. Gives whether it has ended. */
export async function endsOrSaves(host: number, ledger: Ledger, piece: string): Promise<boolean> {
  const isSaved = (): boolean => ledger.file()?.includes(piece.trim()) === true;
  await until('the end of the host or of the save', () => !isAlive(host) || isSaved());
  return until('the end of the host', () => !isAlive(host), 3000).catch(() => false);
}

/** Types a piece of text and waits until the page calls it saved and the file holds it. */
export async function savePiece(note: NotePage, ledger: Ledger, length?: number): Promise<string> {
  const piece = await typePiece(note, ledger, length);
  await until('the piece in the file', () => ledger.file()?.includes(piece.trim()));
  await note.says(saved);
  await until('the word that it is saved', async () => (await note.promised()).includes(piece));
  count({ saves: 1 });
  await ledger.heard(note);
  return piece;
}

/** Waits until the reader shows a piece that was typed elsewhere, or until it shows it no more. */
export async function follows(note: NotePage, piece: string, shown = true): Promise<void> {
  const what = shown ? 'the reader to show the piece' : 'the reader to show the piece no more';
  await until(what, async () => (await note.holds(piece.trim())) === shown);
}

/** Waits until a piece is in some note of the folder: that of its paper, or a copy beside it. */
export async function arrives(room: FaultRoom, piece: string, milliseconds?: number): Promise<void> {
  const arrived = (): boolean => [...room.files(room.notes).values()].some((text) => text.includes(piece.trim()));
  await until('the piece in a note', arrived, milliseconds);
}

/** The same; what the page offers to try again is tried again. */
export async function insists(room: FaultRoom, note: NotePage, piece: string): Promise<void> {
  const arrived = (): boolean => [...room.files(room.notes).values()].some((text) => text.includes(piece.trim()));
  await until('the piece in a note', async () => {
    if (!arrived()) await note.tryAgain();
    return arrived();
  });
}
