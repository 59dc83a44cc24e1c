import * as vscode from 'vscode';
import { queryOfArgument, registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { choosePapers } from '../../ui/choosePapers.ts';

/** Finds any paper in a quick pick and opens it. */
export const searchPapers: Feature = {
  name: 'search papers',
  register(services) {
    return registerCommand(services.guard, commandIds.searchPapers, 'Search Papers', async (argument) => {
      const value = queryOfArgument(argument);
      const [key] = (await choosePapers(services, { title: 'Search Papers', many: false, value })) ?? [];
      if (key !== undefined) await vscode.commands.executeCommand(commandIds.openPaper, { key });
    });
  },
};
