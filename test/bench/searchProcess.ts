// One process of search.bench.ts: measures one engine at one size, so that neither memory nor compiled code mix.
import type { BenchMessage, BenchTask } from './search/benchMessages.ts';
import { quickPick } from './search/engines/quickPick.ts';
import { measureEngine, measureKeystrokes } from './search/measureEngine.ts';
import { measureWorker } from './search/measureWorker.ts';

process.once('message', (task: BenchTask) => {
  void run(task).finally(() => process.disconnect());
});

function tell(message: BenchMessage): void {
  process.send?.(message);
}

async function run(task: BenchTask): Promise<void> {
  if (task.work === 'engine') measureEngine(task, tell);
  else if (task.work === 'worker') await measureWorker(task, tell);
  else measureKeystrokes(task, quickPick(task.engine === 'vscode'), tell);
}
