import * as vscode from 'vscode';
import { newNoteHead } from '../../../core/notes/noteDocument.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { fileOfArgument, registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds, type CommandId } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { revealSource } from '../../ui/revealSource.ts';
import { textColumn } from '../../ui/textColumn.ts';

/** What can be done with a paper from the tree, the search or the palette, besides reading and citing it. */
export const paperCommands: Feature = {
  name: 'paper commands',
  register(services) {
    function onPapers(
      id: CommandId,
      title: string,
      run: (papers: readonly [PaperDetails, ...PaperDetails[]]) => Promise<void>,
    ): vscode.Disposable {
      return registerCommand(services.guard, id, title, async (...args) => {
        const [first, ...rest] = await askedPapers(services, args, { title, many: false });
        if (first !== undefined) await run([first, ...rest]);
      });
    }
    return vscode.Disposable.from(
      onPapers(commandIds.openNote, 'Open Note', ([paper]) => openNote(services, paper)),
      onPapers(commandIds.copyKey, 'Copy Citation Key', copyKeys),
      registerCommand(services.guard, commandIds.revealInPaperFile, 'Reveal in Paper File', (...args) =>
        revealInPaperFile(services, args),
      ),
    );
  },
};

async function openNote({ notes, lastEditor, recent }: Services, paper: PaperDetails): Promise<void> {
  const note = await notes.locate(paper);
  if (note === undefined) throw new ExpectedError('Notes need a folder: open one with "File: Open Folder".');
  if ((await notes.read(note)) === undefined) {
    await notes.write(note, new TextEncoder().encode(newNoteHead(paper)));
  }
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
  const [paper] = await askedPapers(services, args, { title: 'Reveal in Paper File', many: false });
  const shown = sourceOfArgument(args[0]);
  const source = paper?.sources.find(({ uri: one }) => one === shown) ?? paper?.sources[0];
  if (source !== undefined) await revealSource(services.lastEditor, source);
}

async function copyKeys(papers: readonly PaperDetails[]): Promise<void> {
  const keys = papers.map(({ key }) => key).join('; ');
  await vscode.env.clipboard.writeText(keys);
  vscode.window.setStatusBarMessage(`$(copy) ${plainMessage(keys)}`, 3_000);
}

/** The paper file in which a row of the tree shows its paper. */
function sourceOfArgument(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('source' in value)) return undefined;
  return typeof value.source === 'string' ? value.source : undefined;
}
