import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { exportBibliography } from './exportBibliography.ts';
import { removeUnusedEntries } from './removeUnusedEntries.ts';
import { updateEntries } from './updateEntries.ts';

/** Bibliographies: exported, and those of documents kept in order. */
export const bibliography: Feature = {
  name: 'bibliography',
  register(services) {
    const { guard } = services;
    return vscode.Disposable.from(
      registerCommand(guard, commandIds.exportBibliography, 'Export Bibliography', (...args) =>
        exportBibliography(services, args),
      ),
      registerCommand(guard, commandIds.removeUnusedEntries, 'Remove Unused Entries', () =>
        removeUnusedEntries(services),
      ),
      registerCommand(guard, commandIds.updateEntries, 'Update Entries', () => updateEntries(services)),
    );
  },
};
