import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { FromMap } from '../../../protocol/mapMessages.ts';
import type { Services } from '../../services.ts';
import { showStatus } from '../../ui/messages.ts';

const kinds = { svg: 'SVG picture', png: 'PNG picture' } as const;

/** Asks where a picture is to be kept, and keeps it there. Rejects with an `ExpectedError` when it cannot. */
export async function savePicture({ fileSaver }: Services, picture: Extract<FromMap, { type: 'save' }>): Promise<void> {
  const { format } = picture;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `theme-map.${format}`;
  const file = await vscode.window.showSaveDialog({
    title: 'Export Theme Map',
    filters: { [kinds[format]]: [format] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (file === undefined) return;
  await fileSaver.save(file, picture.format === 'svg' ? new TextEncoder().encode(picture.text) : picture.bytes);
  const path = vscode.workspace.asRelativePath(file);
  showStatus(said`$(check) ${plainMessage(path)}`, 5_000);
}
