import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { DocumentChecks } from './documentChecks.ts';
import { checkWorkspace } from './workspaceCheck.ts';

/** What is wrong with citations, in the text and in the Problems view: as one writes, and on command everywhere. */
export const citationDiagnostics: Feature = {
  name: 'citation diagnostics',
  register(services) {
    const checks = new DocumentChecks(services);
    return vscode.Disposable.from(
      checks,
      registerCommand(services.guard, commandIds.checkCitations, 'Check Citations in Workspace', () =>
        checkWorkspace(services, checks),
      ),
    );
  },
};
