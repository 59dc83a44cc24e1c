import * as vscode from 'vscode';
import type { WrittenText } from '../../../core/citations/paragraphAt.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { createQuickPick, type QuickPick } from '../../ui/inputs.ts';
import { commandOf, paperItem, type PaperItem } from '../../ui/paperPick/pickRows.ts';
import { mostPapers, textAtCursor } from './textAtCursor.ts';

const maxShownText = 60;

/** Offers the papers for the paragraph of the cursor; Enter opens one. Rejects with an `ExpectedError` without a text. */
export async function pickForParagraph(services: Services): Promise<void> {
  const text = textAtCursor(services);
  if (text === undefined) {
    throw new ExpectedError('There is no text to go by: put the cursor into a paragraph, or select some text.');
  }
  const store = new DisposableStore();
  const pick = store.add(
    createQuickPick<PaperItem | vscode.QuickPickItem>({
      title: said`Papers for This Paragraph`,
      placeholder: said`For “${plainMessage(text.text, maxShownText)}”`,
    }),
  );
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.busy = true;
  // The best one stays first. The property exists at run time only (microsoft/vscode#73904).
  Object.assign(pick, { sortByLabel: false });
  const isClosed = new Promise<void>((resolve) => {
    store.add(pick.onDidHide(() => resolve()));
  });
  store.add(pick.onDidAccept(() => open(pick)));
  store.add(pick.onDidTriggerItemButton(({ item, button }) => press(pick, item, button)));
  pick.show();
  try {
    await Promise.race([isClosed, fill(pick, services, text)]);
    await isClosed;
  } finally {
    store.dispose();
  }
}

async function fill(
  pick: QuickPick<PaperItem | vscode.QuickPickItem>,
  { library, writerFacts }: Services,
  { text, cited }: WrittenText,
): Promise<void> {
  await Promise.all([library.load(), writerFacts.tell()]);
  const answers = await library.engine.papersFor({ text, without: cited, limit: mostPapers });
  pick.items = answers.map(({ row, words }) => {
    const excerpt = words.length === 0 ? undefined : `because of: ${words.join(', ')}`;
    // What is typed narrows these papers down.
    return { ...paperItem({ row, excerpt }, writerFacts.current), alwaysShow: false };
  });
  if (answers.length === 0) pick.items = [{ label: 'No paper fits this paragraph', alwaysShow: true }];
  pick.busy = false;
}

function open(pick: QuickPick<PaperItem | vscode.QuickPickItem>): void {
  const [item] = pick.selectedItems;
  if (item === undefined || !('key' in item)) return;
  pick.hide();
  void vscode.commands.executeCommand(commandIds.openPaper, { key: item.key });
}

function press(
  pick: QuickPick<PaperItem | vscode.QuickPickItem>,
  item: PaperItem | vscode.QuickPickItem,
  button: vscode.QuickInputButton,
): void {
  const command = commandOf(button);
  if (command === undefined || !('key' in item)) return;
  if (command !== commandIds.copyKey) pick.hide();
  void vscode.commands.executeCommand(command, { key: item.key, keys: [item.key] });
}
