import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { openBibliography } from './openBibliography.ts';
import { StatusItem } from './statusItem.ts';

/** Which bibliography the document has, among VS Code's statuses of its language, and the way into it. */
export const bibliographyStatus: Feature = {
  name: 'bibliographyStatus',
  register(services) {
    return vscode.Disposable.from(
      new StatusItem(services),
      registerCommand(services.guard, commandIds.openBibliography, 'Open Bibliography', () =>
        openBibliography(services),
      ),
    );
  },
};
