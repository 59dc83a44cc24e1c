// Groups papers once in a process of its own and prints how long it took. Run: node test/bench/themesProcess.ts COUNT
// Counted is the work of the model from the papers to themes with labels and parts, as the worker does it when a library is
// first loaded: V8 has run none of it before. Not counted: the start of the process, loading of modules, reading of papers.
import { createThemeModel } from '../../src/core/themes/themeModel.ts';
import { papersFor } from './themes/samples.ts';

const papers = papersFor(Number(process.argv[2] ?? 28)) ?? [];
const model = createThemeModel();
const steps: number[] = [];
const work = model.update({ added: papers, changed: [], removed: [] }, papers);
const before = process.threadCpuUsage();
const start = performance.now();
for (let at = start, done = false; !done;) {
  done = work.next().done === true;
  const now = performance.now();
  steps.push(now - at);
  at = now;
}
const { user, system } = process.threadCpuUsage(before);
const { heapUsed, arrayBuffers } = process.memoryUsage();
const megabytes = Math.round((heapUsed + arrayBuffers) / 2 ** 20);
console.log(JSON.stringify({ total: performance.now() - start, cpu: (user + system) / 1000, steps, megabytes }));
