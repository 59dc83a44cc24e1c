import * as vscode from 'vscode';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import { countOf } from './groupNames.ts';
import type { GroupNode } from './treeNodes.ts';

const maxTitle = 100;
const maxName = 300;

/**
 * What a group is and why: of a theme its words and its most central papers. A plain string: VS Code would give Markdown in
 * it a meaning.
 */
export function groupTooltip({ view, group }: GroupNode): string {
  const { id, label, count, terms, examples, parts } = group;
  if (view.by === 'source') return `${vscode.workspace.asRelativePath(vscode.Uri.parse(id, true))}\n${countOf(count)}`;
  const name = shorten(singleLine(label), maxName);
  const words = terms.length === 0 ? [] : [`Words: ${terms.map(singleLine).join(', ')}`];
  const within = parts.length === 0 ? [] : [`In it: ${parts.map((part) => singleLine(part.label)).join(' · ')}`];
  const titles = examples.map((title) => `• ${shorten(singleLine(title), maxTitle)}`);
  const central = titles.length === 0 ? [] : [['Most central:', ...titles].join('\n')];
  return [`${name}\n${countOf(count)}`, ...words, ...within, ...central].join('\n\n');
}
