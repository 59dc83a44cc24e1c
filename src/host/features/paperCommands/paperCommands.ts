import * as vscode from 'vscode';
import { newNoteHead } from '../../../core/notes/noteDocument.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds, type CommandId } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';

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
      onPapers(commandIds.revealInPaperList, 'Reveal in Paper List', ([paper]) => reveal(paper)),
    );
  },
};

async function openNote({ notes }: Services, paper: PaperDetails): Promise<void> {
  const note = await notes.locate(paper);
  if (note === undefined) throw new ExpectedError('Notes need a folder: open one with "File: Open Folder".');
  if ((await notes.read(note)) === undefined) {
    await notes.write(note, new TextEncoder().encode(newNoteHead(paper)));
  }
  await vscode.window.showTextDocument(note, { preview: false });
}

async function copyKeys(papers: readonly PaperDetails[]): Promise<void> {
  const keys = papers.map(({ key }) => key).join('; ');
  await vscode.env.clipboard.writeText(keys);
  vscode.window.setStatusBarMessage(`$(copy) ${plainMessage(keys)}`, 3_000);
}

async function reveal(paper: PaperDetails): Promise<void> {
  const [{ uri, range }] = paper.sources;
  const start = new vscode.Position(range.start.line, range.start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { selection: new vscode.Range(start, start) });
}
