import * as vscode from 'vscode';
import { contentHash } from '../../core/library/contentHash.ts';

/** The folders a page may load from: its script and its style sheet, nothing of the workspace. */
export function webviewRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')];
}

/** What tells one page from another. */
export interface WebviewPage {
  /** Of its script in `dist` and its style sheet in `media`. */
  readonly name: 'reader' | 'map';
  readonly title: string;
  /** What images may come from, as the policy says it; none when undefined. */
  readonly images?: 'data:';
  /** The paper whose page has lost its host, where this page takes its place. */
  readonly rescue?: string;
}

/** Style sheets in `media`. */
const styleSheets = { reader: ['reader.css', 'readerNote.css'], map: ['map.css'] } as const;

/**
 * An empty page with its script. Texts come by messages only, so nothing of a paper is ever parsed as HTML, and nothing
 * is loaded but its style sheets, its script, and what that script takes from beside itself.
 */
export function webviewPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: WebviewPage): string {
  const addressOf = (folder: string, file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, folder, file)).toString();
  const nonce = crypto.randomUUID();
  const styles = styleSheets[page.name].map((file) => `<link rel="stylesheet" href="${addressOf('media', file)}">`);
  const session = ` data-session="${attributeOf(vscode.env.sessionId)}"`;
  const folder = ` data-folder="${folderName()}"`;
  const rescue = page.rescue === undefined ? '' : ` data-rescue="${attributeOf(page.rescue)}"`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    ...(page.images === undefined ? [] : [`img-src ${page.images}`]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
${styles.join('\n')}
</head>
<body>
<div id="root"${session}${folder}${rescue}></div>
<script nonce="${nonce}" src="${addressOf('dist', `${page.name}.js`)}"></script>
</body>
</html>`;
}

/** Tells the folder or workspace that is open from others: pages of all of them share the browser's storage. */
function folderName(): string {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  return contentHash((workspaceFile ?? workspaceFolders?.[0]?.uri ?? '').toString());
}

/** A value as it may stand between double quotes. */
function attributeOf(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
