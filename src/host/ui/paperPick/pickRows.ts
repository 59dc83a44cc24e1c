import * as vscode from 'vscode';
import { noteFileName } from '../../../core/notes/noteFileName.ts';
import { searchHelp } from '../../../core/search/searchHelp.ts';
import { byline } from '../../../core/text/byline.ts';
import { plainLabel } from '../../../core/text/plainText.ts';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import { commandIds } from '../../ids.ts';
import type { Found, FoundPaper } from './pickSearch.ts';

/** A paper to be chosen. */
export interface PaperItem extends vscode.QuickPickItem {
  readonly key: string;
}

/** An example of what can be asked. */
export interface HelpItem extends vscode.QuickPickItem {
  readonly example: string;
}

/** Any row. Those that are neither paper nor example only say something. */
export type PickRow = PaperItem | HelpItem | vscode.QuickPickItem;

interface RowButton extends vscode.QuickInputButton {
  readonly command: (typeof commandIds)[keyof typeof commandIds];
}

const buttons: readonly RowButton[] = [
  { command: commandIds.openPaper, iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Open Paper' },
  { command: commandIds.insertCitation, iconPath: new vscode.ThemeIcon('quote'), tooltip: 'Insert Citation' },
  { command: commandIds.copyKey, iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy Citation Key' },
];

const filterNames = searchHelp.flatMap(({ example }) => /^([a-z]+):/.exec(example)?.[1] ?? []);
const usesFilter = new RegExp(`(?:^|\\s)-?(${filterNames.join('|')}):`, 'i');
const maxShownQuery = 60;

/** The command of a row's button. */
export function commandOf(pressed: vscode.QuickInputButton): RowButton['command'] | undefined {
  return buttons.find((button) => button === pressed || button.tooltip === pressed.tooltip)?.command;
}

/** `facts`: what the writer did with it stands behind a paper. */
export function paperItem({ row, excerpt }: FoundPaper, { cited, noteFiles }: WriterFacts): PaperItem {
  const about = [
    byline(row),
    row.venue ?? '',
    cited.includes(row.key) ? 'cited here' : '',
    noteFiles.includes(noteFileName(row.key)) ? 'with a note' : '',
  ];
  return {
    key: row.key,
    label: plainLabel(row.title),
    description: plainLabel(about.filter((part) => part !== '').join(' · ')),
    ...(excerpt === undefined ? {} : { detail: plainLabel(excerpt) }),
    alwaysShow: true,
    buttons,
  };
}

/** A heading of the rows after it; it cannot be chosen. */
export function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Whether the row is a paper. */
export function isPaper(row: PickRow): row is PaperItem {
  return 'key' in row;
}

/** What is asked once an example was chosen: it comes after what was typed, unless that was the question for help. */
export function withExample(value: string, example: string): string {
  const typed = value.trim();
  return typed === '' || typed === '?' ? example : `${typed} ${example}`;
}

/** What can be asked, one row each. */
export function helpItems(): readonly HelpItem[] {
  return searchHelp.map(({ example, meaning }) => ({
    example,
    label: plainLabel(example),
    description: plainLabel(meaning),
    alwaysShow: true,
  }));
}

/** Says why there is nothing to choose; choosing it does nothing. */
export function noticeItem({ value, state }: Found): vscode.QuickPickItem {
  const query = `“${plainLabel(value, maxShownQuery)}”`;
  const isBlank = value.trim() === '';
  if (state === 'failed') {
    return notice('The library is not there to be searched', 'Run "Paperside: Reload Library", or look into its log.');
  }
  if (state === 'indexing') {
    return notice(isBlank ? 'Indexing… papers come as they are read' : `Indexing… nothing found for ${query} so far`);
  }
  if (isBlank) return notice('There are no papers here yet', 'Run "Paperside: Add Paper File…".');
  const [, filter] = usesFilter.exec(value) ?? [];
  const hint =
    filter === undefined ? undefined : `All of it must hold: try without ${filter}:, or see with ? what can be asked.`;
  return notice(`No paper found for ${query}`, hint);
}

function notice(label: string, detail?: string): vscode.QuickPickItem {
  return { label, alwaysShow: true, ...(detail === undefined ? {} : { detail }) };
}
