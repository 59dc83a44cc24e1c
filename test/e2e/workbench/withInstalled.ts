import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../../support/browser.ts';
import { stagedExtension } from '../../support/extensionBuild.ts';
import { startServer } from '../../support/vscodeServer.ts';
import { copyWorkspace } from '../../support/workspaceCopy.ts';
import { Workbench } from './workbench.ts';

/**
 * Runs `use` in a VS Code where Paperside is installed, as at a user's. One that is loaded from its folder is being developed,
 * and then VS Code starts no second extension host after the first one has ended.
 */
export async function withInstalled(workspace: string, use: (workbench: Workbench) => Promise<void>): Promise<void> {
  const data = mkdtempSync(path.join(realpathSync(tmpdir()), 'paperside-installed-'));
  install(path.join(data, 'extensions'));
  const copy = copyWorkspace(workspace);
  const server = await startServer({ data, settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(copy.folder)}`);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    const workbench = new Workbench(page, copy.folder);
    try {
      await use(workbench);
    } catch (error) {
      await workbench.screenshot('failed-installed').catch(() => undefined);
      throw error;
    }
  } finally {
    await browser.close();
    await server.stop();
    copy.remove();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

function install(extensions: string): void {
  const manifest = readFileSync(path.join(stagedExtension, 'package.json'), 'utf8');
  const of = (field: string): string => new RegExp(`"${field}": "([^"]+)"`).exec(manifest)?.[1] ?? '';
  const [name, publisher, version] = [of('name'), of('publisher'), of('version')];
  const folder = `${publisher}.${name}-${version}`;
  mkdirSync(extensions, { recursive: true });
  cpSync(stagedExtension, path.join(extensions, folder), { recursive: true });
  const location = { $mid: 1, path: path.join(extensions, folder), scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: folder };
  writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}
