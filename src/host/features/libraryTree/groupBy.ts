import * as vscode from 'vscode';
import type { GroupBy } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { commandIds, contextKeys } from '../../ids.ts';
import type { Services } from '../../services.ts';

const stateKey = 'libraryTree.groupBy';

/** How the tree grouped papers when the workspace was last open. */
export function rememberedGroupBy({ workspaceState }: Services): GroupBy {
  return workspaceState.get<unknown>(stateKey) === 'source' ? 'source' : 'theme';
}

/** The commands that regroup the tree; the choice is remembered for the workspace. */
export function registerGroupBy(services: Services, apply: (by: GroupBy) => void): vscode.Disposable {
  async function choose(by: GroupBy): Promise<void> {
    apply(by);
    tell(by);
    await services.workspaceState.update(stateKey, by);
  }
  tell(rememberedGroupBy(services));
  return vscode.Disposable.from(
    registerCommand(services.guard, commandIds.groupByTheme, 'Group by Theme', () => choose('theme')),
    registerCommand(services.guard, commandIds.groupBySource, 'Group by Source', () => choose('source')),
  );
}

/** For the menu, which offers the other one. */
function tell(by: GroupBy): void {
  void vscode.commands.executeCommand('setContext', contextKeys.groupBy, by);
}
