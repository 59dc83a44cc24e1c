import * as vscode from 'vscode';
import { said } from '../../../core/text/plainText.ts';
import type { GroupBy, GroupView, SortBy } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { commandIds, contextKeys, type CommandId } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';

/** One way to group or to sort, with its command, and the one that stands for it in the menu while it is chosen. */
interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly detail: string;
  readonly command: CommandId;
  readonly chosen: CommandId;
}

/** What is chosen from several ways, and remembered for the workspace. */
interface Choices<T> {
  readonly stateKey: string;
  readonly contextKey: string;
  /** Of the command that asks. */
  readonly ask: CommandId;
  readonly title: string;
  readonly choices: readonly Choice<T>[];
}

const groupings: Choices<GroupBy> = {
  stateKey: 'libraryTree.groupBy',
  contextKey: contextKeys.groupBy,
  ask: commandIds.chooseGroupBy,
  title: 'Group Papers By',
  choices: [
    {
      value: 'theme',
      label: 'Theme',
      detail: 'What papers are about',
      command: commandIds.groupByTheme,
      chosen: commandIds.groupedByTheme,
    },
    {
      value: 'year',
      label: 'Year',
      detail: 'The latest first',
      command: commandIds.groupByYear,
      chosen: commandIds.groupedByYear,
    },
    {
      value: 'author',
      label: 'Author',
      detail: 'Each paper under each of its authors, by family names',
      command: commandIds.groupByAuthor,
      chosen: commandIds.groupedByAuthor,
    },
    {
      value: 'venue',
      label: 'Venue',
      detail: 'Journals and conferences, those with most papers first',
      command: commandIds.groupByVenue,
      chosen: commandIds.groupedByVenue,
    },
    {
      value: 'source',
      label: 'Source',
      detail: 'The files that list the papers',
      command: commandIds.groupBySource,
      chosen: commandIds.groupedBySource,
    },
    {
      value: 'state',
      label: 'Reading State',
      detail: 'Unread, reading, read',
      command: commandIds.groupByState,
      chosen: commandIds.groupedByState,
    },
  ],
};

const orders: Choices<SortBy> = {
  stateKey: 'libraryTree.sortBy',
  contextKey: contextKeys.sortBy,
  ask: commandIds.chooseSortBy,
  title: 'Sort Papers By',
  choices: [
    {
      value: 'relevance',
      label: 'Relevance',
      detail:
        'The most central papers of a theme first, of a paper file in its order, the best answers of a filter first',
      command: commandIds.sortByRelevance,
      chosen: commandIds.sortedByRelevance,
    },
    {
      value: 'year',
      label: 'Year',
      detail: 'The latest first',
      command: commandIds.sortByYear,
      chosen: commandIds.sortedByYear,
    },
    {
      value: 'title',
      label: 'Title',
      detail: 'From A to Z',
      command: commandIds.sortByTitle,
      chosen: commandIds.sortedByTitle,
    },
    {
      value: 'added',
      label: 'Recently Added',
      detail: 'What came to the library last first',
      command: commandIds.sortByAdded,
      chosen: commandIds.sortedByAdded,
    },
    {
      value: 'cited',
      label: 'Cited in Document',
      detail: 'What the document cites first, in its order',
      command: commandIds.sortByCited,
      chosen: commandIds.sortedByCited,
    },
  ],
};

/** How the tree grouped and sorted papers when the workspace was last open. */
export function rememberedView(services: Services): GroupView {
  return { by: remembered(services, groupings) ?? 'theme', sort: remembered(services, orders) };
}

/** The commands that regroup and sort the tree; what is chosen is remembered for the workspace. */
export function registerArrangement(
  services: Services,
  apply: (change: Partial<GroupView>) => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerChoices(services, groupings, (by) => apply({ by })),
    registerChoices(services, orders, (sort) => apply({ sort })),
  );
}

function remembered<T>({ workspaceState }: Services, { stateKey, choices }: Choices<T>): T | undefined {
  const stored = workspaceState.get<unknown>(stateKey);
  return choices.find(({ value }) => value === stored)?.value;
}

function registerChoices<T>(services: Services, all: Choices<T>, apply: (value: T) => void): vscode.Disposable {
  let current = remembered(services, all) ?? all.choices[0]?.value;
  async function choose(value: T): Promise<void> {
    if (value === current) return;
    current = value;
    apply(value);
    tell(all, value);
    await services.workspaceState.update(all.stateKey, value);
  }
  tell(all, current);
  const { guard } = services;
  const commands = all.choices.map(({ value, command, chosen, label }) =>
    vscode.Disposable.from(
      registerCommand(guard, command, `${all.title} ${label}`, () => choose(value)),
      // It stands in the menu with a check mark: what is chosen is so already.
      registerCommand(guard, chosen, `${all.title} ${label}`, () => undefined),
    ),
  );
  const ask = registerCommand(guard, all.ask, all.title, async () => {
    const value = await askFor(all, current);
    if (value !== undefined) await choose(value);
  });
  return vscode.Disposable.from(...commands, ask);
}

/** For the menu, which marks the choice. */
function tell<T>({ contextKey }: Choices<T>, value: T): void {
  void vscode.commands.executeCommand('setContext', contextKey, value);
}

async function askFor<T>({ title, choices }: Choices<T>, current: T): Promise<T | undefined> {
  const items = choices.map(({ value, label, detail }) => {
    return { label, detail, value, description: value === current ? '$(check) now' : '' };
  });
  const chosen = await pickOne(items, { title: said`${title}`, placeHolder: said`${title}`, matchOnDetail: true });
  return chosen?.value;
}
