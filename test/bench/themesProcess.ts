// Groups papers once in a process of its own and prints how long it took. Run: node test/bench/themesProcess.ts COUNT
import { createThemeModel } from '../../src/core/themes/themeModel.ts';
import { papersFor } from './themes/samples.ts';

const papers = papersFor(Number(process.argv[2] ?? 28)) ?? [];
const model = createThemeModel();
const steps: number[] = [];
const work = model.update({ added: papers, changed: [], removed: [] }, papers);
const cpuBefore = process.cpuUsage();
const start = performance.now();
for (let at = start, done = false; !done;) {
  done = work.next().done === true;
  const now = performance.now();
  steps.push(now - at);
  at = now;
}
const { user, system } = process.cpuUsage(cpuBefore);
const { heapUsed, arrayBuffers } = process.memoryUsage();
const megabytes = Math.round((heapUsed + arrayBuffers) / 2 ** 20);
console.log(JSON.stringify({ total: performance.now() - start, cpu: (user + system) / 1000, steps, megabytes }));
