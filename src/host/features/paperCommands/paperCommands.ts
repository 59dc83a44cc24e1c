import * as vscode from 'vscode';
import type { NamedPaper } from '../../../core/readingLists.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { fileOfArgument, registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedNames, askedPapers } from '../../ui/askedPapers.ts';
import { askModally, showStatus } from '../../ui/messages.ts';
import { revealSource } from '../../ui/revealSource.ts';
import { textColumn } from '../../ui/textColumn.ts';

/** More notes at once are asked about first. */
const fewNotes = 10;

/** What can be done with a paper from the tree, the search or the palette, besides reading and citing it. */
export const paperCommands: Feature = {
  name: 'paper commands',
  register(services) {
    return vscode.Disposable.from(
      registerCommand(services.guard, commandIds.openNote, 'Open Note', async (...args) =>
        openNotes(services, await askedPapers(services, args, { title: 'Open Note', many: false })),
      ),
      registerCommand(services.guard, commandIds.copyKey, 'Copy Citation Key', async (...args) => {
        const options = { title: 'Copy Citation Key', many: true, rows: 'papers and groups' } as const;
        await copyKeys(await askedNames(services, args, options));
      }),
      registerCommand(services.guard, commandIds.revealInPaperFile, 'Reveal in Paper File', (...args) =>
        revealInPaperFile(services, args),
      ),
    );
  },
};

/** Each paper without a note gets one: nobody wants hundreds of files and tabs by a slip of the hand. */
async function openNotes(services: Services, papers: readonly PaperDetails[]): Promise<void> {
  const open = 'Open Notes';
  if (papers.length > fewNotes) {
    const message = said`Open the notes of ${papers.length} papers? Papers without a note get one.`;
    if ((await askModally({ message }, open)) !== open) return;
  }
  for (const paper of papers) await openNote(services, paper);
}

async function openNote({ noteKeepers, notePlaces, lastEditor, recent }: Services, paper: PaperDetails): Promise<void> {
  const note = await notePlaces.locate(paper);
  if (note === undefined) throw new ExpectedError('Notes need a folder: open one with "File: Open Folder".');
  await noteKeepers.create(note, await notePlaces.newText(paper));
  recent.used(paper.key);
  await vscode.window.showTextDocument(note, { preview: false, viewColumn: textColumn(lastEditor) });
}

/** Of a row of the tree the place it shows, of a paper file its beginning, else the first place of the paper asked for. */
async function revealInPaperFile(services: Services, args: readonly unknown[]): Promise<void> {
  const uri = fileOfArgument(args[0]);
  if (uri !== undefined) {
    await vscode.window.showTextDocument(uri, { viewColumn: textColumn(services.lastEditor) });
    return;
  }
  const [paper] = await askedPapers(services, args, {
    title: 'Reveal in Paper File',
    many: false,
    rows: 'clicked',
  });
  const shown = sourceOfArgument(args[0]);
  const source = paper?.sources.find(({ uri: one }) => one === shown) ?? paper?.sources[0];
  if (source !== undefined) await revealSource(services.lastEditor, source);
}

async function copyKeys(papers: readonly NamedPaper[]): Promise<void> {
  if (papers.length === 0) return;
  const keys = papers.map(({ key }) => key).join('; ');
  await vscode.env.clipboard.writeText(keys);
  showStatus(said`$(copy) ${plainMessage(keys)}`, 3_000);
}

/** The paper file in which a row of the tree shows its paper. */
function sourceOfArgument(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  return typeof value.source === 'string' ? value.source : undefined;
}
