import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { buildExtension, stageExtension } from '../support/extensionBuild.ts';
import { repositoryRoot } from '../support/repositoryRoot.ts';
import { vscodeProgram } from '../support/vscodeProgram.ts';
import { copyWorkspace } from '../support/workspaceCopy.ts';

// Runs test/integration/**/*.test.ts in a real extension host, against the extension as it is packaged.

const bundled = path.join(repositoryRoot, 'out/integration');

async function bundleTests(): Promise<void> {
  const tests = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error('test/integration holds no *.test.ts.');
  await rm(bundled, { recursive: true, force: true });
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [...tests, 'mochaHost.ts'],
    outdir: bundled,
    outbase: import.meta.dirname,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

await buildExtension();
const [extension] = await Promise.all([stageExtension(), bundleTests()]);
const workspace = copyWorkspace('test/fixtures/workspaces/small');
try {
  await runTests({
    vscodeExecutablePath: await vscodeProgram(),
    extensionDevelopmentPath: extension,
    extensionTestsPath: path.join(bundled, 'mochaHost.js'),
    launchArgs: [workspace.folder, '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  workspace.remove();
}
