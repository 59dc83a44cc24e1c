import { expect } from 'vitest';
import { stagedExtension } from '../../support/extensionBuild.ts';
import type { ServerOptions } from '../../support/vscodeServer.ts';
import { openWindow } from '../../support/vscodeWindow.ts';
import { copyWorkspace } from '../../support/workspaceCopy.ts';
import { Workbench } from './workbench.ts';

/** How a test wants its VS Code. */
export interface WorkbenchOptions extends Pick<ServerOptions, 'settings' | 'workspaceTrust' | 'others'> {
  /** Folder of the repository that is copied and opened; `test/fixtures/workspaces/small` by default. */
  readonly workspace?: string;
  /** A `.code-workspace` file in that folder, to be opened instead of it. */
  readonly workspaceFile?: string;
  /** Name of a colour theme, as `workbench.colorTheme` takes it. */
  readonly theme?: string;
  /** Runs Paperside in the web extension host, as vscode.dev does. */
  readonly web?: boolean;
  /** The extension; as it is packaged by default. */
  readonly extension?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/**
 * Runs `use` in a VS Code of its own, on a fresh copy of a workspace, with Paperside as it is packaged.
 * When `use` fails, a picture of the window is kept as `failed-<test>.png` and what the extension host printed is added to the message.
 */
export async function withWorkbench(
  options: WorkbenchOptions,
  use: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const { workspace = 'test/fixtures/workspaces/small', theme = 'Default Dark Modern', settings, ...rest } = options;
  const copy = copyWorkspace(workspace);
  const hostLines: string[] = [];
  try {
    const window = await openWindow({
      extension: stagedExtension,
      ...rest,
      folder: copy.folder,
      settings: { 'workbench.colorTheme': theme, ...settings },
      onHostLine: (line) => hostLines.push(line),
    });
    const workbench = new Workbench(window.page, copy.folder);
    try {
      await window.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
      await use(workbench);
    } catch (error) {
      await workbench.screenshot(`failed-${fileName(expect.getState().currentTestName ?? '')}`).catch(() => undefined);
      if (error instanceof Error && hostLines.length > 0) {
        error.message += `\nThe extension host printed:\n${hostLines.slice(-30).join('\n')}`;
      }
      throw error;
    } finally {
      await window.close();
    }
  } finally {
    copy.remove();
  }
}

/** A name for a file that tells which test it is of. */
function fileName(text: string): string {
  return text.replaceAll(/[^a-z\d]+/gi, '-').slice(0, 60);
}
