import * as vscode from 'vscode';

/** What is at a place now. */
export type FileState =
  /** `stamp` changes with the content, as far as size and time tell. */
  | { readonly kind: 'file'; readonly stamp: string; readonly size: number }
  | { readonly kind: 'missing' }
  /** Something else than a file, or nothing that can be looked at. */
  | { readonly kind: 'unreadable' };

/** Looks at a file without reading it. Never rejects. */
export async function fileState(uri: vscode.Uri): Promise<FileState> {
  try {
    const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { kind: 'unreadable' };
    return { kind: 'file', stamp: `${size} ${mtime}`, size };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { kind: isMissing ? 'missing' : 'unreadable' };
  }
}
