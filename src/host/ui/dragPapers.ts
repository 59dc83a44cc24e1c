import * as vscode from 'vscode';
import { writeDraggedPapers } from '../../core/draggedPapers.ts';

/** Papers on their way from a view into a text or another view. */
export const draggedPapersMime = 'application/vnd.paperside.papers';

/**
 * What a view says that it may drag. Not `text/uri-list`: VS Code takes that for files, and an editor would open them
 * instead of taking what is dropped.
 */
export const draggedMimes: readonly string[] = [draggedPapersMime, 'text/plain'];

/** Puts papers into a drag: as such, and as their keys for every other place. */
export function dragPapers(dataTransfer: vscode.DataTransfer, keys: readonly string[]): void {
  if (keys.length === 0) return;
  dataTransfer.set(draggedPapersMime, new vscode.DataTransferItem(writeDraggedPapers(keys)));
  dataTransfer.set('text/plain', new vscode.DataTransferItem(keys.join(', ')));
}
