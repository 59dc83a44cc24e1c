import type * as vscode from 'vscode';
import { singleLine } from '../../core/text/plainText.ts';

/** Signs of addresses, entities and tags, which `appendText` leaves as they are. */
const linking = /([:.@&<])/;

/**
 * Adds a text of a file to Markdown that VS Code draws: as it is, in one line, without links. `appendText` alone would
 * make of each space one at which no line is broken, and leave addresses to the renderer.
 */
export function appendPlain(markdown: vscode.MarkdownString, text: string): vscode.MarkdownString {
  for (const [at, word] of singleLine(text).split(' ').entries()) {
    if (at > 0) markdown.appendMarkdown(' ');
    for (const part of word.split(linking)) {
      if (part.length === 1 && linking.test(part)) markdown.appendMarkdown(`&#${part.charCodeAt(0)};`);
      else markdown.appendText(part);
    }
  }
  return markdown;
}
