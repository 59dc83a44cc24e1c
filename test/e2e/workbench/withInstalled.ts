import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../../support/browser.ts';
import { stagedExtension } from '../../support/extensionBuild.ts';
import { startServer } from '../../support/vscodeServer.ts';
import { copyWorkspace } from '../../support/workspaceCopy.ts';
import { Workbench } from './workbench.ts';

/**
 * Runs `use` in a VS Code where Paperside is installed, as at a user's. One that is loaded from its folder is being developed,
 * and then VS Code starts no second extension host after the first one has ended. `data` is the folder of the server's data.
 */
export async function withInstalled(
  workspace: string,
  use: (workbench: Workbench, data: string) => Promise<void>,
): Promise<void> {
  const copy = copyWorkspace(workspace);
  const data = mkdtempSync(path.join(tmpdir(), 'paperside-installed-'));
  const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
  const server = await startServer({ others: [stagedExtension], settings, data });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(copy.folder)}`);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    const workbench = new Workbench(page, copy.folder);
    try {
      await use(workbench, data);
    } catch (error) {
      await workbench.screenshot('failed-installed').catch(() => undefined);
      throw error;
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
    copy.remove();
  }
}
