import * as vscode from 'vscode';
import { markIcon, type IconColours } from '../../core/marks/markIcon.ts';
import type { PaperMarks } from '../../core/marks/paperMarks.ts';

/** The colours of VS Code's own icons and of its badges; high contrast themes take those of their brightness. */
const dark: IconColours = { line: '#c5c5c5', accent: '#4daafc' };
const light: IconColours = { line: '#424242', accent: '#005fb8' };

interface PaperIcon {
  readonly dark: vscode.Uri;
  readonly light: vscode.Uri;
}

/** There are few kinds of marks, and thousands of rows. */
const icons = new Map<string, PaperIcon>();

/**
 * The icon of a paper with its marks. A picture, although VS Code has decorations for marks: those hang on a `resourceUri`,
 * and a row that has one is dragged as a file, which an editor opens instead of taking the citation.
 */
export function paperIcon(marks: PaperMarks): PaperIcon {
  const key = `${marks.state} ${String(marks.cited)} ${String(marks.noted)}`;
  const known = icons.get(key);
  if (known !== undefined) return known;
  const icon = { dark: imageOf(marks, dark), light: imageOf(marks, light) };
  icons.set(key, icon);
  return icon;
}

function imageOf(marks: PaperMarks, colours: IconColours): vscode.Uri {
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(markIcon(marks, colours))}`, true);
}
