import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';

const exampleList = `A Short Title: What the Paper Is About

The abstract follows its title after a blank line, as one paragraph or several. Everything up to the next title belongs to it. Lines such as dates, vote counts or "Subscribe" that come along when a page is copied are left out.

The Title of the Next Paper

Save this file with a name that contains "papers", for example "my-papers.txt", inside the folder that is open. Its papers appear in the Paperside view, sorted into themes.
`;

/** Commands that look after the extension itself. */
export const maintenance: Feature = {
  name: 'maintenance',
  register({ guard, library, log }) {
    return vscode.Disposable.from(
      registerCommand(guard, commandIds.reload, 'Reload Library', () => library.reload()),
      registerCommand(guard, commandIds.showLog, 'Show Log', () => log.show()),
      registerCommand(guard, commandIds.showExampleList, 'Show an Example Paper List', async () => {
        const document = await vscode.workspace.openTextDocument({ content: exampleList, language: 'plaintext' });
        await vscode.window.showTextDocument(document);
      }),
    );
  },
};
