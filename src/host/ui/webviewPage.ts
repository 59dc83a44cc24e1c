import * as vscode from 'vscode';

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
}

/**
 * An empty page with its script. Texts come by messages only, so nothing of a paper is ever parsed as HTML, and nothing
 * is loaded but the two files.
 */
export function webviewPage(webview: vscode.Webview, extensionUri: vscode.Uri, page: WebviewPage): string {
  const addressOf = (folder: string, file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, folder, file)).toString();
  const nonce = crypto.randomUUID();
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
<link rel="stylesheet" href="${addressOf('media', `${page.name}.css`)}">
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${addressOf('dist', `${page.name}.js`)}"></script>
</body>
</html>`;
}
