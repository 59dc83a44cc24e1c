import * as vscode from 'vscode';
import { markIcon, type IconColours } from '../../core/marks/markIcon.ts';
import type { Marks } from '../../core/marks/paperMarks.ts';

/** The colours of VS Code's own icons and of its badges; high contrast themes take those of their brightness. */
const dark: IconColours = { line: '#c5c5c5', accent: '#4daafc' };
const light: IconColours = { line: '#424242', accent: '#005fb8' };

/**
 * The icon of a paper with its marks. A picture, although VS Code has decorations for marks: those hang on a `resourceUri`,
 * and a row that has one is dragged as a file, which an editor opens instead of taking the citation.
 */
export function paperIcon(marks: Marks): { readonly dark: vscode.Uri; readonly light: vscode.Uri } {
  return { dark: imageOf(marks, dark), light: imageOf(marks, light) };
}

function imageOf(marks: Marks, colours: IconColours): vscode.Uri {
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(markIcon(marks, colours))}`, true);
}
