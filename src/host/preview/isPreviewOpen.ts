import * as vscode from 'vscode';

/**
 * Whether a tab shows a preview of Markdown, one beside an editor or one that stands for it: of the file of `uri`, or of any.
 * A tab beside an editor tells of its file only the name, so one of the same name elsewhere counts, too.
 */
export function isPreviewOpen(uri?: vscode.Uri): boolean {
  const name = uri?.path.split('/').at(-1) ?? '';
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input, label }) => {
      if (input instanceof vscode.TabInputWebview) {
        return input.viewType.endsWith('markdown.preview') && label.includes(name);
      }
      const isEditor = input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor';
      return isEditor && (uri === undefined || input.uri.toString() === uri.toString());
    }),
  );
}
