import * as vscode from 'vscode';

/** For messages: the path below the workspace folder. */
export function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** What Node and the file systems of VS Code say, by their codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to write there',
  EPERM: 'you have no permission to write there',
  NoPermissions: 'you have no permission to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'a file stands where the notes folder should be',
  FileNotADirectory: 'a file stands where the notes folder should be',
  EEXIST: 'a file stands where the notes folder should be',
  FileExists: 'a file stands where the notes folder should be',
  FileIsADirectory: 'a folder stands there',
  FileNotFound: 'its folder is not there',
  Unavailable: 'its file system does not answer',
};

/** What the file system said, without the path and the call that Node appends. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // VS Code knows no codes for a full disk and the like: Node's code stands in the message.
  const inside = /\b(?:ENOSPC|EDQUOT|EROFS)\b/.exec(error.message)?.[0];
  return reasons[inside ?? code ?? ''] ?? error.message;
}
