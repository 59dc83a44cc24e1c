import * as vscode from 'vscode';
import { said, type PlainText } from '../../../core/text/plainText.ts';
import type { Guard } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { MadeChange, ThemesFileService } from '../../themes/themesFileService.ts';
import { showInformation } from '../../ui/messages.ts';

/** Long enough to be read, and to be clicked. */
const shownMilliseconds = 20_000;

/** After these a theme is gone or another one: worth a message. All else is said in the status bar. */
const loud: ReadonlySet<MadeChange['kind']> = new Set(['merge', 'split', 'delete']);

/** Says what was done to the themes, with a way back: in the status bar, or in a message where much has changed. */
export function tellChanges(themes: ThemesFileService, guard: Guard): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('paperside.themeChange', vscode.StatusBarAlignment.Left);
  item.name = 'Paperside: Change of Themes';
  item.command = { command: commandIds.undoThemeChange, title: 'Undo' };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellShortly(text: PlainText): void {
    clearTimeout(timer);
    item.text = said`${text} $(discard) Undo`;
    item.tooltip = `${text} Click to undo.`;
    item.accessibilityInformation = { label: `${text} Undo`, role: 'button' };
    item.show();
    timer = setTimeout(() => item.hide(), shownMilliseconds);
  }

  const subscription = themes.onDidChange(({ text, kind, undo: takeBack }) => {
    item.hide();
    if (!loud.has(kind)) {
      tellShortly(text);
      return;
    }
    guard.background('tell of a change of the themes', async () => {
      const undo = 'Undo';
      const answer = await showInformation(text, undo);
      if (answer === undo) await guard.run('undo', takeBack);
    });
  });
  const undone = themes.onDidUndo(() => item.hide());
  return vscode.Disposable.from(subscription, undone, item, { dispose: () => clearTimeout(timer) });
}
