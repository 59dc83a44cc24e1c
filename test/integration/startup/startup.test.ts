import * as assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { Api } from '../workspace.ts';

/** Written by `largeLibrary.ts`, beside the list of the small workspace. */
const papers = 10_000;

suite('a window with 10,000 papers in a .bib', () => {
  test('shows them soon after activation, and the host is never held up', async function () {
    this.timeout(120_000);
    const extension = vscode.extensions.getExtension<Api>('paperside.paperside');
    assert.ok(extension);
    assert.equal(extension.isActive, false, 'a window that nobody looks into needs no papers');
    // VS Code itself starts its own extensions at first, in the same thread.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = performance.now();
    const since = (): number => performance.now() - start;
    const paperside = await extension.activate();
    const activated = since();
    const changes: number[] = [];
    const subscription = paperside.onDidChangeLibrary(() => changes.push(since()));
    await paperside.whenReady();
    const ready = since();
    delay.disable();
    subscription.dispose();
    const [shown = Infinity, found = Infinity] = changes;
    const stall = delay.max / 1e6;
    console.log(
      `      active ${ms(activated)}, papers shown ${ms(shown)}, all found ${ms(found)}, all ready ${ms(ready)}; longest stall ${stall.toFixed(1)} ms`,
    );
    assert.ok(activated < ready / 4, `activation took ${ms(activated)} of ${ms(ready)}`);
    assert.ok(shown < ready * 0.8, `the papers were shown after ${ms(shown)} of ${ms(ready)}`);
    assert.ok(stall < ready / 4, `the host stood still for ${stall} of ${ms(ready)}`);
    const rows = (await paperside.papers()).filter(({ source }) => source.uri.endsWith('/library.bib'));
    assert.ok(rows.length > papers * 0.99 && rows.length <= papers, `${rows.length} papers of library.bib`);
    assert.deepEqual(await paperside.problems(), []);
  });

  test('opens papers in the reader, one after the other', async function () {
    this.timeout(120_000);
    const paperside = await vscode.extensions.getExtension<Api>('paperside.paperside')?.activate();
    const rows = (await paperside?.papers()) ?? [];
    const times: number[] = [];
    for (let at = 0; at < 31; at += 1) {
      const row = rows[Math.floor((at * rows.length) / 31)];
      const start = performance.now();
      await vscode.commands.executeCommand('paperside.openPaper', { key: row?.key });
      times.push(performance.now() - start);
      await tabBegins(row?.title.slice(0, 10) ?? '');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const [first = 0, ...others] = times;
    const sorted = others.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [sorted[15], sorted.at(-1)];
    console.log(
      `      ${rows.length} papers: one in the reader after ${ms(median)} (median of 30, worst ${ms(worst)}), the first after ${ms(first)}`,
    );
  });

  test('its index, its themes and when its papers came are kept in the storage of the workspace for the next start', async function () {
    this.timeout(60_000);
    // The server's data, where `vscodeServer.ts` says it to be; a desktop's cannot be known here.
    const storage = join(process.env['XDG_RUNTIME_DIR'] ?? '', 'data', 'User', 'workspaceStorage');
    if (!existsSync(storage)) {
      console.log('      Not in the server of these tests: where the index lies is not looked up.');
      return;
    }
    const kept = ['search-index.bin', 'themes.bin', 'papers-seen.bin'];
    let lacking = kept;
    for (let tries = 0; tries < 200; tries += 1) {
      const files = readdirSync(storage, { recursive: true, encoding: 'utf8' });
      lacking = kept.filter((name) => !files.some((file) => basename(file) === name));
      if (lacking.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`not written: ${lacking.join()}`);
  });
});

/** VS Code tells of a tab's new name a little later. */
async function tabBegins(name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    if (tabs.some(({ label }) => label.startsWith(name))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`no reader shows "${name}"`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
