import * as vscode from 'vscode';
import { searchHelp } from '../../../core/search/searchHelp.ts';
import { byline } from '../../../core/text/byline.ts';
import { plainLabel, shorten, singleLine } from '../../../core/text/plainText.ts';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import { commandIds } from '../../ids.ts';
import type { HelpItem } from './pickHelp.ts';
import type { Found, FoundPaper } from './pickSearch.ts';

/** A paper to be chosen. */
export interface PaperItem extends vscode.QuickPickItem {
  readonly key: string;
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
/** Characters of a title that leave room behind them in a pick of the usual width. */
const longTitle = 56;

/** The command of a row's button. */
export function commandOf(pressed: vscode.QuickInputButton): RowButton['command'] | undefined {
  return buttons.find((button) => button === pressed || button.tooltip === pressed.tooltip)?.command;
}

/** `facts`: what the writer did with it stands behind a paper. */
export function paperItem({ row, excerpt }: FoundPaper, { cited, read = [] }: WriterFacts): PaperItem {
  // A text or a note may know a paper by an older key.
  const names = [row.key, ...(row.aliases ?? [])];
  const about = joined(
    byline(row),
    row.venue,
    names.some((name) => cited.includes(name)) ? 'cited here' : undefined,
    row.marks?.noted === true ? 'with a note' : undefined,
    names.some((name) => read.includes(name)) ? 'read' : undefined,
  );
  // A long title leaves no room behind it: who wrote the paper must not be what is cut off.
  const isLong = row.title.length > longTitle;
  const detail = isLong ? joined(about, excerpt) : (excerpt ?? '');
  return {
    key: row.key,
    label: plainLabel(row.title),
    ...(isLong ? {} : { description: plainLabel(about) }),
    ...(detail === '' ? {} : { detail: plainLabel(detail) }),
    alwaysShow: true,
    buttons,
  };
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** A heading of the rows after it; it cannot be chosen. */
export function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Whether the row is a paper. */
export function isPaper(row: PickRow): row is PaperItem {
  return 'key' in row;
}

/** Says why there is nothing to choose; choosing it does nothing. */
export function noticeItem(found: Found): vscode.QuickPickItem {
  const { label, hint } = noticeOf(found);
  return { label: plainLabel(label), alwaysShow: true, ...(hint === undefined ? {} : { detail: hint }) };
}

/** The same as a heading. Those have no icons, and so nothing to escape. */
export function noticeHeading(found: Found): vscode.QuickPickItem {
  return separator(noticeOf(found).label);
}

function noticeOf({ value, state }: Found): { readonly label: string; readonly hint?: string } {
  const query = `“${shorten(singleLine(value), maxShownQuery)}”`;
  const isBlank = value.trim() === '';
  if (state === 'failed') {
    const hint = 'Run "Paperside: Reload Library", or look into its log.';
    return { label: 'The library cannot be searched now', hint };
  }
  if (state === 'indexing') {
    return {
      label: isBlank ? 'Indexing… papers come as they are read' : `Indexing… nothing found for ${query} so far`,
    };
  }
  if (isBlank) return { label: 'There are no papers here yet', hint: 'Run "Paperside: Add Paper File…".' };
  const [, filter] = usesFilter.exec(value) ?? [];
  const label = `No paper found for ${query}`;
  if (filter === undefined) return { label };
  return { label, hint: `All of this must hold. Try it without "${filter}:", or type ? to see what can be asked.` };
}
