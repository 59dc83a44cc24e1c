import * as vscode from 'vscode';
import { said } from '../../../core/text/plainText.ts';
import type { ChooseOptions } from '../choosePapers.ts';
import { createQuickPick, type QuickPick } from '../inputs.ts';
import type { PickRow } from './pickRows.ts';

const placeholder = said`Words, "phrase", author: year:2020-2024 venue: theme: has:note is:cited; ? for help`;

const helpButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('question'),
  tooltip: 'What Can Be Asked',
};

/** A quick pick that shows what it is given in that order. Its one title button is for help. */
export function createPick(options: ChooseOptions): QuickPick<PickRow> {
  const pick = createQuickPick<PickRow>({ title: said`${options.title}`, placeholder });
  pick.buttons = [helpButton];
  pick.canSelectMany = options.many;
  pick.value = options.value ?? '';
  // The engine's order is the order on screen. The property exists at run time only (microsoft/vscode#73904).
  Object.assign(pick, { sortByLabel: false });
  // No API highlights ranges of a row (looked up in 1.103 and 1.140): VS Code marks what its own filter finds in one
  // piece, where it looks for it. It hides nothing, since every row says `alwaysShow`.
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return pick;
}
