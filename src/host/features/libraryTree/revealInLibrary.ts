import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { showInformation } from '../../ui/messages.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';
import type { LibraryFilter } from './filterLibrary.ts';
import type { LibraryTreeProvider } from './libraryTreeProvider.ts';
import type { TreeNode } from './treeNodes.ts';

const maxTitle = 60;

interface Tree {
  readonly provider: LibraryTreeProvider;
  readonly view: vscode.TreeView<TreeNode>;
  readonly filter: LibraryFilter;
}

/** The command that shows a paper in the tree, wherever it is called. */
export function registerReveal(services: Services, tree: Tree): vscode.Disposable {
  const title = 'Reveal in Library';
  return registerCommand(services.guard, commandIds.revealInLibrary, title, async (...args) => {
    const theme = themeOfArgument(args[0]);
    if (theme !== undefined) return revealTheme(tree, theme);
    const given = await keysOfRows(services, args, 'clicked');
    const keys = given.length > 0 ? given : meantKeys(services);
    const [paper] = await askedPapers(services, [{ keys }], { title, many: false });
    if (paper !== undefined) await reveal(services, tree, paper);
    return undefined;
  });
}

/** `{ theme }`: the id of a theme. */
function themeOfArgument(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('theme' in value)) return undefined;
  return typeof value.theme === 'string' ? value.theme : undefined;
}

/** Groups the tree by themes if it is not, and shows one of them with its papers. */
async function revealTheme({ provider, view, filter }: Tree, id: string): Promise<void> {
  if (provider.view.by !== 'theme') await vscode.commands.executeCommand(commandIds.groupByTheme);
  let node = await provider.findGroup(id);
  if (node === undefined && filter.name !== '') {
    const clear = 'Clear Filter';
    if ((await showInformation(said`The filter ${filter.name} hides this theme.`, clear)) !== clear) return;
    filter.apply('');
    node = await provider.findGroup(id);
  }
  if (node === undefined) throw new ExpectedError('The library has no such theme any more.');
  await view.reveal(node, { select: true, focus: true, expand: true });
}

/** The paper in the reader while the writer is there, the citation at the cursor, else the paper in the reader. */
function meantKeys({ shownPaper, citations }: Services): readonly string[] {
  const shown = shownPaper.current;
  const inReader = shown?.visible === true ? [shown.paper.key] : [];
  if (shown?.active === true) return inReader;
  const cited = citations.atCursor(vscode.window.activeTextEditor);
  return cited === undefined ? inReader : [cited.item.key];
}

async function reveal(services: Services, { provider, view, filter }: Tree, paper: PaperDetails): Promise<void> {
  let node = await provider.find(paper.key);
  if (node === undefined && filter.name !== '') {
    const clear = 'Clear Filter';
    const title = plainMessage(paper.title, maxTitle);
    const answer = await showInformation(said`The filter ${filter.name} hides “${title}”.`, clear);
    if (answer !== clear) return;
    filter.apply('');
    node = await provider.find(paper.key);
  }
  // A library that is just being read has no groups for it yet.
  if (node === undefined) {
    await services.library.load();
    node = await provider.find(paper.key);
  }
  if (node !== undefined) await view.reveal(node, { select: true, focus: true });
}
