import { readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import { testLineMark } from '../support/testLineMark.ts';

/** What `run.ts` reads when VS Code has ended. */
export interface HostResult {
  readonly passed: number;
  readonly failed: number;
}

const hostConsole = console;

/** Prints as `console.log` does, each line marked as one of the tests. */
function print(...parts: readonly unknown[]): void {
  for (const line of format(...parts).split('\n')) hostConsole.log(`${testLineMark}${line}`);
}

/** Runs in the extension host: every `*.test.js` beside and below this bundle. Rejects when a test failed or there was none. */
export async function run(): Promise<void> {
  // VS Code prints much of its own between the lines of the tests, and lets nobody replace a method of its console.
  globalThis.console = new Proxy(hostConsole, {
    get: (target, name): unknown => (name === 'log' ? print : Reflect.get(target, name)),
  });
  // Mocha is an ES module: this way it loads alike in every Node that a VS Code brings.
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: true, forbidOnly: true, forbidPending: true });
  for (const file of readdirSync(__dirname, { encoding: 'utf8', recursive: true }).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const { passed, failed } = await new Promise<HostResult>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures });
    });
  });
  writeFileSync(path.join(__dirname, 'result.json'), JSON.stringify({ passed, failed } satisfies HostResult));
  if (passed + failed === 0) throw new Error('No integration test was found.');
  if (failed > 0) throw new Error(`${failed} integration tests failed.`);
}
