import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { NearKey } from '../../../engine/paperEngine.ts';
import { appendPlain } from '../../ui/plainMarkdown.ts';

const maxTitle = 100;
const maxKey = 100;

/** What is said of a key that no paper of the library has. */
export function nearMarkdown(key: string, near: readonly NearKey[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('No paper of the library has the key ');
  markdown.supportHtml = false;
  markdown.isTrusted = false;
  appendPlain(markdown, `“${shorten(key, maxKey)}”.`);
  if (near.length === 0) return markdown;
  markdown.appendMarkdown('\n\nNearest to it:\n\n');
  for (const { key: name, row } of near) {
    const about = [byline(row), shorten(row.title, maxTitle)].filter((part) => part !== '').join(': ');
    markdown.appendMarkdown('- **');
    appendPlain(markdown, `@${shorten(name, maxKey)}`);
    markdown.appendMarkdown('** ');
    appendPlain(markdown, about).appendMarkdown('\n');
  }
  return markdown;
}
