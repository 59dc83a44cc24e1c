import * as assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { api } from '../workspace.ts';

/** Runs commands of VS Code's own lists; those fail while the tree is being drawn. */
async function press(...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    await vscode.commands.executeCommand(command).then(undefined, () => undefined);
    await pause(100);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

suite('10,000 papers in the tree', () => {
  // After the test of the start: the library is loaded.
  test('opens in groups of every kind and shows any paper, and the host is never held up', async function () {
    this.timeout(180_000);
    const paperside = await api();
    const papers = await paperside.papers();
    const far = papers[Math.trunc(papers.length * 0.77)];
    assert.ok(far);
    await vscode.commands.executeCommand('paperside.library.focus');
    await pause(2_000);
    const stalls: string[] = [];
    const times = new Map<string, number>();
    for (const by of ['Source', 'Year', 'Venue', 'Author', 'State', 'Theme']) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const start = performance.now();
      await vscode.commands.executeCommand(`paperside.groupBy${by}`);
      await vscode.commands.executeCommand('paperside.sortByTitle');
      await vscode.commands.executeCommand('paperside.revealInLibrary', { key: far.key });
      const revealed = performance.now() - start;
      await press('list.focusFirst', 'list.expand', 'list.focusDown', 'list.expand', 'list.focusDown', 'list.expand');
      delay.disable();
      const stall = delay.max / 1e6;
      const all = performance.now() - start;
      times.set(by, revealed);
      stalls.push(`${by} ${stall.toFixed(0)} ms (revealed after ${revealed.toFixed(0)} ms)`);
      await vscode.commands.executeCommand('paperside.sortByRelevance');
      assert.ok(stall < all / 3, `grouped by ${by} the host stood still for ${stall} of ${all} ms`);
    }
    const usual = [...times.values()].sort((a, b) => a - b)[3] ?? 0;
    for (const by of ['Source', 'State']) {
      // All papers are in one group.
      const time = times.get(by) ?? Infinity;
      assert.ok(time < 2.5 * usual, `a paper among all is revealed after ${time} ms, others after ${usual} ms`);
    }
    console.log(`      longest stalls of the host: ${stalls.join(', ')}`);
  });
});
