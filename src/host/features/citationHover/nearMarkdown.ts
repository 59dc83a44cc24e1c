import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { NearKey } from '../../../engine/paperEngine.ts';
import { appendPlain } from '../../ui/plainMarkdown.ts';

const maxTitle = 100;
const maxKey = 100;

/** The papers whose keys are nearest to one that no paper has: that none has it, the diagnostic says. */
export function nearMarkdown(key: string, near: readonly NearKey[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('Nearest to ');
  markdown.supportHtml = false;
  markdown.isTrusted = false;
  appendPlain(markdown, `“${shorten(key, maxKey)}”`);
  markdown.appendMarkdown(':\n\n');
  for (const { key: name, row } of near) {
    const about = [byline(row), shorten(row.title, maxTitle)].filter((part) => part !== '').join(': ');
    markdown.appendMarkdown('- **');
    appendPlain(markdown, `@${shorten(name, maxKey)}`);
    markdown.appendMarkdown('** ');
    appendPlain(markdown, about).appendMarkdown('\n');
  }
  return markdown;
}
