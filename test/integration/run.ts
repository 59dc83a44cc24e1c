import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { buildExtension, stageExtension } from '../support/extensionBuild.ts';
import { repositoryRoot } from '../support/repositoryRoot.ts';
import { readCounts } from '../support/testSummary.ts';
import { vscodeProgram } from '../support/vscodeProgram.ts';
import { copyWorkspace } from '../support/workspaceCopy.ts';
import type { HostResult } from './mochaHost.ts';
import { twoFolders, writeTwoFolders } from './folders/twoFolders.ts';
import { writeLargeLibrary } from './startup/largeLibrary.ts';

// Runs the tests of each folder of `suites` in a real extension host of its own, against the extension as it is packaged.

const bundled = path.join(repositoryRoot, 'out/integration');

interface Suite {
  /** Folder of its tests, relative to this one. */
  readonly folder: string;
  /** Called with a copy of the fixture workspace before VS Code opens it. */
  readonly prepare: (workspace: string) => Promise<void>;
  /** What VS Code opens, relative to that copy; the copy itself when undefined. */
  readonly open?: string;
}

const suites: readonly Suite[] = [
  { folder: 'features', prepare: async () => undefined },
  { folder: 'startup', prepare: writeLargeLibrary },
  { folder: 'folders', prepare: writeTwoFolders, open: twoFolders },
];

async function bundleTests({ folder }: Suite): Promise<string> {
  const source = path.join(import.meta.dirname, folder);
  const tests = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error(`test/integration/${folder} holds no *.test.ts.`);
  const outdir = path.join(bundled, folder);
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [...tests.map((name) => path.join(folder, name)), 'mochaHost.ts'],
    outdir,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    // As the extension is bundled: what `main` names of jsonc-parser cannot be.
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outdir;
}

/** Runs one suite and gives what it counted; a suite that never came to its end has one failure. */
async function runSuite(suite: Suite, extension: string, program: string): Promise<HostResult> {
  console.log(`--- ${suite.folder} ---`);
  const tests = await bundleTests(suite);
  const workspace = copyWorkspace('test/fixtures/workspaces/small');
  let failed = false;
  try {
    await suite.prepare(workspace.folder);
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(tests, 'mochaHost.js'),
      launchArgs: [path.join(workspace.folder, suite.open ?? ''), '--disable-extensions'],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    failed = true;
  } finally {
    workspace.remove();
  }
  const result = path.join(tests, 'result.json');
  const counts = existsSync(result) ? readCounts(readFileSync(result, 'utf8')) : { passed: 0, failed: 0 };
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

await buildExtension();
await rm(bundled, { recursive: true, force: true });
const extension = await stageExtension();
const program = await vscodeProgram();
const results: HostResult[] = [];
for (const suite of suites) results.push(await runSuite(suite, extension, program));
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const total: HostResult = {
  passed: sum(results.map(({ passed }) => passed)),
  failed: sum(results.map(({ failed }) => failed)),
};
writeFileSync(path.join(bundled, 'result.json'), JSON.stringify(total));
if (total.failed > 0) process.exitCode = 1;
