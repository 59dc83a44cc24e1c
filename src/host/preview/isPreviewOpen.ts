import * as vscode from 'vscode';

/** Whether a tab shows a preview of Markdown: one beside an editor, or one that stands for it. */
export function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      if (input instanceof vscode.TabInputWebview) return input.viewType.endsWith('markdown.preview');
      return input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor';
    }),
  );
}
