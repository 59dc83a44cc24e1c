import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { addEntries, ignoreKey, replaceCitation } from './actionCommands.ts';
import { CitationActionProvider } from './actionProvider.ts';

/** Quick fixes of what is wrong with citations, and changes of clusters, links and titles. */
export const citationActions: Feature = {
  name: 'citation actions',
  register(services) {
    const { guard, citations } = services;
    const provider = new CitationActionProvider(services);
    return vscode.Disposable.from(
      citations.register((selector) =>
        vscode.languages.registerCodeActionsProvider(selector, provider, CitationActionProvider.metadata),
      ),
      registerCommand(guard, commandIds.replaceCitation, 'Replace Citation', (argument) =>
        replaceCitation(services, argument),
      ),
      registerCommand(guard, commandIds.addEntries, 'Add Missing Entries to Bibliography', (argument) =>
        addEntries(services, argument),
      ),
      registerCommand(guard, commandIds.ignoreKey, 'Ignore Citation Key', (argument) => ignoreKey(services, argument)),
    );
  },
};
