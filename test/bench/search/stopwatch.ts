import type { QueryTimes } from './benchMessages.ts';

/** Takes the time of queries, by the clock and on the processor. */
export class Stopwatch implements QueryTimes {
  readonly times: number[] = [];
  readonly processor: number[] = [];

  /** Work of this thread. */
  run<T>(work: () => T): T {
    const before = process.threadCpuUsage();
    const start = performance.now();
    const answer = work();
    this.times.push(performance.now() - start);
    this.processor.push(milliseconds(process.threadCpuUsage(before)));
    return answer;
  }

  /** Work of all threads. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const start = performance.now();
    const answer = await work();
    this.times.push(performance.now() - start);
    this.processor.push(milliseconds(process.cpuUsage(before)));
    return answer;
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
