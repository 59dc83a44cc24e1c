import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, type CommandId } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { deleteTheme, mergeThemes, pinTheme, regroupThemes, renameTheme, splitTheme } from './changeThemes.ts';
import { addToTheme, newTheme, removeFromTheme } from './paperThemes.ts';
import { showProblems } from './showProblems.ts';
import { tellChanges } from './tellChanges.ts';

type Run = (services: Services, args: readonly unknown[]) => Promise<void>;

const commands: readonly (readonly [CommandId, string, Run])[] = [
  [commandIds.addToTheme, 'Add to Theme', addToTheme],
  [commandIds.removeFromTheme, 'Remove from Theme', removeFromTheme],
  [commandIds.newTheme, 'New Theme', newTheme],
  [commandIds.renameTheme, 'Rename Theme', renameTheme],
  [commandIds.mergeThemes, 'Merge Themes', mergeThemes],
  [commandIds.splitTheme, 'Split Theme', splitTheme],
  [commandIds.deleteTheme, 'Delete Theme', deleteTheme],
  [commandIds.pinTheme, 'Pin Theme', (services, args) => pinTheme(services, args, true)],
  [commandIds.unpinTheme, 'Unpin Theme', (services, args) => pinTheme(services, args, false)],
  [commandIds.regroupThemes, 'Regroup Themes', regroupThemes],
  [commandIds.undoThemeChange, 'Undo Theme Change', ({ themes }) => themes.undo()],
  [commandIds.openThemesFile, 'Open Themes File', ({ themes }) => themes.open()],
];

/** The writer's own themes: commands, what is wrong with their file, and a way back. */
export const themes: Feature = {
  name: 'themes',
  register(services) {
    const store = new DisposableStore();
    for (const [id, title, run] of commands) {
      store.add(registerCommand(services.guard, id, title, (...args) => run(services, args)));
    }
    store.add(tellChanges(services.themes, services.guard));
    store.add(showProblems(services.themes, services.guard));
    return store;
  },
};
