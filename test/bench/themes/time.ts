import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { quantile, spread } from '../../support/statistics.ts';
import { papersFor } from './samples.ts';

const script = join(import.meta.dirname, '../themesProcess.ts');

/** Prints how long `count` papers take from nothing to themes: median and range of fresh processes, nothing warmed up. */
export function printTime(count: number, processes = 5): void {
  if (papersFor(count) === undefined) {
    console.log(`${String(count)} papers: the shared files are not there, nothing is measured.`);
    return;
  }
  const runs = Array.from({ length: processes }, () => timeOnce(count));
  const longest = runs.map(({ steps }) => Math.max(...steps));
  const steps = runs.flatMap((run) => run.steps);
  const sizes = runs.map(({ megabytes }) => megabytes);
  console.log(
    `${String(count)} papers: ${spread(runs.map(({ total }) => total))} ms (${spread(runs.map(({ cpu }) => cpu))} ms of the thread itself, whatever else runs); steps p95 ${quantile(steps, 0.95).toFixed(1)} ms, ` +
      `p99 ${quantile(steps, 0.99).toFixed(1)} ms, longest ${spread(longest)} ms; heap and buffers ${spread(sizes)} MB`,
  );
}

interface Run {
  readonly total: number;
  /** Milliseconds that the thread computed: without waiting for a processor, and without V8's helpers. */
  readonly cpu: number;
  readonly steps: readonly number[];
  readonly megabytes: number;
}

function timeOnce(count: number): Run {
  const printed = execFileSync(process.execPath, ['--no-warnings', script, String(count)], { encoding: 'utf8' });
  const value: unknown = JSON.parse(printed);
  if (!isRun(value)) throw new Error('A measuring process printed something else.');
  return value;
}

function isRun(value: unknown): value is Run {
  return (
    typeof value === 'object' &&
    value !== null &&
    'total' in value &&
    'cpu' in value &&
    'steps' in value &&
    'megabytes' in value
  );
}
