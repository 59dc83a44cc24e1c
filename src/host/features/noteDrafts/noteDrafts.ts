import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { LeftDrafts } from '../../notes/leftDrafts.ts';
import { noteFolders } from '../../notes/noteFolder.ts';
import type { Feature, Services } from '../../services.ts';
import { showInformation } from '../../ui/messages.ts';
import { said } from '../../../core/text/plainText.ts';
import { chooseDraft, offerDrafts } from './offerDrafts.ts';

/** The start of the window is for what the writer looks at. */
const startMilliseconds = 1_500;
/** A draft that another host held is looked at again when that one must have said something. */
const againMilliseconds = 65_000;

/** Offers what was written in notes and did not come to disk before the window, or its host, ended. */
export const noteDrafts: Feature = {
  name: 'note drafts',
  register(services) {
    const { guard } = services;
    const store = new DisposableStore();
    const later = (milliseconds: number, work: () => unknown): void => {
      const timer = setTimeout(() => guard.background('look for drafts', work), milliseconds);
      store.add({ dispose: () => clearTimeout(timer) });
    };
    later(startMilliseconds, async () => {
      await tidy(services);
      if ((await offerLeft(services)) > 0) later(againMilliseconds, () => offerLeft(services));
    });
    store.add(registerCommand(guard, commandIds.recoverNotes, 'Recover Notes', () => recover(services)));
    return store;
  },
};

/** What ended hosts left; the log names what cannot be read. */
async function leftDrafts({ noteKeepers, log }: Services): Promise<LeftDrafts> {
  const left = await noteKeepers.leftDrafts();
  for (const name of left.damaged) log.warn(`The draft "${name}" cannot be read; it stays in the folder of drafts.`);
  return left;
}

/** Offers the drafts that are left, and gives how many may be left yet. */
async function offerLeft(services: Services): Promise<number> {
  const { drafts, held } = await leftDrafts(services);
  // Not waited for, and what cannot be restored is said.
  if (drafts.length > 0) void services.guard.run('Recover Notes', () => offerDrafts(services, drafts));
  return held;
}

async function recover(services: Services): Promise<void> {
  const { drafts, held, damaged } = await leftDrafts(services);
  if (drafts.length > 0) await chooseDraft(services, drafts);
  else if (held > 0) {
    await showInformation(said`Another window seems to be at work on ${held} of the drafts: try again in a minute.`);
  } else if (damaged.length > 0) {
    await showInformation(said`${damaged.length} of the drafts cannot be read: the log names their files.`);
  } else await showInformation(said`No drafts are left from before: what was written then is in its note.`);
}

/** Removes what ended hosts left behind; a backup may hold what a note has lost, so it is named and stays. */
async function tidy({ noteKeepers, settings, log }: Services): Promise<void> {
  const folders = noteFolders((folder) => settings.of(folder));
  for (const backup of await noteKeepers.tidy(folders.map(({ uri }) => uri))) {
    log.warn(`"${vscode.workspace.asRelativePath(backup)}" holds what a note held before a write that broke off.`);
  }
}
