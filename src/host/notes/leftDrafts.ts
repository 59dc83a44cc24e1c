import * as vscode from 'vscode';
import type { Draft } from '../../core/notes/draft.ts';
import type { DraftJournal, KeptDraft } from '../../core/notes/draftJournal.ts';
import { decodeNote } from '../../core/notes/noteEncoding.ts';
import { isContained, isHeld } from '../../core/notes/restoreDraft.ts';
import type { Platform } from '../platform.ts';
import { noteClock } from './noteClock.ts';
import { nameOf } from './noteMessages.ts';
import { utf8 } from './utf8.ts';

/** A draft that no note holds and nobody is at work on. */
export interface LeftDraft {
  readonly kept: KeptDraft;
  readonly draft: Draft;
  readonly note: vscode.Uri;
  /** The note as people know it: its path in the workspace. */
  readonly name: string;
}

/** What was found in the journal. */
export interface LeftDrafts {
  readonly drafts: readonly LeftDraft[];
  /** How many drafts another window seems to be at work on. */
  readonly held: number;
  /** Files that cannot be read. */
  readonly damaged: readonly string[];
}

/** Looks for drafts that an ended host left. Those whose text is in their note are removed without a word. */
export async function findLeftDrafts(journal: DraftJournal, { processes }: Platform): Promise<LeftDrafts> {
  const now = noteClock.now();
  const isAlive = processes && ((pid: number) => processes.isAlive(pid));
  const { drafts, damaged } = await journal.list();
  const left: LeftDraft[] = [];
  let held = 0;
  for (const kept of drafts) {
    const { draft } = kept;
    if (draft.owner.host === journal.owner.host) continue;
    if (isHeld(draft, { now, isAlive })) {
      held += 1;
      continue;
    }
    const note = noteOf(draft);
    if (note === undefined) continue;
    if (isContained(draft, await textOf(note))) await journal.remove(kept);
    else left.push({ kept, draft, note, name: nameOf(note) });
  }
  return { drafts: left.sort((a, b) => b.draft.time - a.draft.time), held, damaged };
}

/** Only notes of this workspace: what is in the journal is not trusted to name other files. */
function noteOf({ note }: Draft): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(note, true);
    return vscode.workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
  } catch {
    return undefined;
  }
}

/** `undefined` when there is no file, or none that can be read. */
async function textOf(note: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeNote(await vscode.workspace.fs.readFile(note), utf8).text;
  } catch {
    return undefined;
  }
}
