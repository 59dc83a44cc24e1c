import * as vscode from 'vscode';
import type { DocumentReference } from '../../../core/citations/documentReferences.ts';
import { byline } from '../../../core/text/byline.ts';
import { singleLine } from '../../../core/text/plainText.ts';
import type { PaperMarks } from '../../../core/marks/paperMarks.ts';
import type { PaperRow } from '../../../engine/paperEngine.ts';
import { commandIds, treeItemKinds } from '../../ids.ts';
import { paperTreeItem } from '../../ui/paperTreeItem.ts';

/** A row: of a paper with its `key`, which the commands of the context menu go by. */
export interface ReferenceNode {
  /** The same as long as the document cites the same work. */
  readonly id: string;
  readonly key?: string;
  readonly reference: DocumentReference<PaperRow>;
}

/** How the rows of a document are shown. */
export interface ReferenceLook {
  /** The place that was gone to last, zero-based, when it is one of this row. */
  readonly gone: number | undefined;
  /** All papers have been read: what is unknown stays so. */
  readonly isSure: boolean;
}

/** A row for a reference. */
export function referenceNode(reference: DocumentReference<PaperRow>): ReferenceNode {
  const { key, paper } = reference;
  return paper === undefined ? { id: `? ${key}`, reference } : { id: `= ${key}`, key, reference };
}

/** The row as VS Code draws it. A click goes to its places, one after the other. */
export function referenceItem(
  node: ReferenceNode,
  marks: PaperMarks | undefined,
  look: ReferenceLook,
): vscode.TreeItem {
  const { paper, key } = node.reference;
  const item = paper === undefined || marks === undefined ? unknownItem(key, look) : paperTreeItem(paper, marks);
  const label = item.accessibilityInformation?.label ?? '';
  item.id = node.id;
  item.command = { command: commandIds.goToCitation, title: 'Go to Citation', arguments: [{ reference: node.id }] };
  const about = paper === undefined ? [] : [singleLine(byline(paper))];
  item.description = [countOf(node, look), ...about].filter((part) => part !== '').join(' · ');
  item.accessibilityInformation = { label: `${label}, ${spokenCount(node, look)}` };
  return item;
}

function unknownItem(key: string, { isSure }: ReferenceLook): vscode.TreeItem {
  const name = `@${singleLine(key)}`;
  const item = new vscode.TreeItem({ label: name });
  item.contextValue = treeItemKinds.unknownReference;
  item.iconPath = isSure
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon('quote');
  item.tooltip = isSure ? `No paper has the key ${name}` : name;
  item.accessibilityInformation = { label: isSure ? `Unknown key ${name}` : `Key ${name}` };
  return item;
}

/** `1/3` of the row that was gone to, else `3×` of one that is cited several times. */
function countOf({ reference: { places } }: ReferenceNode, { gone }: ReferenceLook): string {
  if (gone !== undefined) return `${String(gone + 1)}/${String(places.length)}`;
  return places.length === 1 ? '' : `${String(places.length)}×`;
}

function spokenCount({ reference: { places } }: ReferenceNode, { gone }: ReferenceLook): string {
  const count = places.length === 1 ? 'cited once' : `cited ${String(places.length)} times`;
  return gone === undefined ? count : `${count}, at citation ${String(gone + 1)}`;
}
