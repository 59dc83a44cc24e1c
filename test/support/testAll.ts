import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.ts';
import { ensureServer } from './installServer.ts';
import { ensurePandoc } from './pandoc.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { runNode, toolScript } from './runProgram.ts';
import { readCounts, summary, type StageResult } from './testSummary.ts';

// npm test: installs what is missing, runs every test and ends with `N passed, N failed`.

interface Stage {
  readonly name: string;
  readonly args: readonly string[];
  /** Where its counts are; a stage without only succeeds or fails. */
  readonly report?: string;
}

function vitestStage(name: string, config: string, more: readonly string[] = []): Stage {
  const report = path.join(repositoryRoot, 'out/reports', `${name}.json`);
  const args = [toolScript('vitest'), 'run', '--config', config, '--reporter=default', '--reporter=json'];
  return { name, args: [...args, `--outputFile=${report}`, ...more], report };
}

/** Real windows on a loaded machine: a test that fails is tried once more, and named if it passes then. */
const triedAgain = ['--retry=1', `--reporter=${path.join(repositoryRoot, 'test/support/secondTries.ts')}`];

const stages: readonly Stage[] = [
  { name: 'types', args: [toolScript('tsc'), '-b'] },
  vitestStage('unit', 'test/unit/vitest.config.ts'),
  { name: 'build', args: ['esbuild.mjs'] },
  vitestStage('repo', 'test/repo/vitest.config.ts'),
  {
    name: 'integration',
    args: ['test/integration/run.ts'],
    report: path.join(repositoryRoot, 'out/integration/result.json'),
  },
  vitestStage('e2e', 'test/e2e/vitest.config.ts', triedAgain),
  // A lost character fails it also when its test passes the second time.
  vitestStage('faults', 'test/faults/vitest.config.ts', triedAgain),
];

async function runStage({ name, args, report }: Stage): Promise<StageResult> {
  console.log(`\n=== ${name} ===`);
  if (report !== undefined) rmSync(report, { force: true });
  const start = Date.now();
  const code = await runNode(args);
  const seconds = (Date.now() - start) / 1000;
  if (report === undefined) return { name, seconds, succeeded: code === 0 };
  const counts = existsSync(report) ? readCounts(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 };
  return { name, seconds, succeeded: code === 0, counts };
}

console.log('=== what the tests need: the VS Code server, a browser, pandoc ===');
const missing: string[] = [];
for (const ensure of [() => ensureServer(), ensureBrowser, ensurePandoc]) {
  await ensure().catch((error: unknown) => missing.push(error instanceof Error ? error.message : String(error)));
}
if (missing.length > 0) {
  console.error(missing.join('\n'));
  console.log('0 passed, 1 failed');
  process.exit(1);
}
console.log('All there.');

const results: StageResult[] = [];
for (const stage of stages) results.push(await runStage(stage));
const { text, failed } = summary(results);
console.log(text);
process.exit(failed === 0 ? 0 : 1);
