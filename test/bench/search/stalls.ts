import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Stalls } from './benchMessages.ts';

/** Counts how late a timer of a millisecond comes; the text is run in the other thread, too. */
function longestDelay(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

const idleThread = `
  const { parentPort } = require('node:worker_threads');
  const stop = (${longestDelay.toString()})();
  parentPort.once('message', () => parentPort.postMessage(stop()));
`;

/** Watches this thread and an idle one until stopped. */
export async function watchStalls(): Promise<{ stop(): Promise<Stalls> }> {
  const worker = new Worker(idleThread, { eval: true });
  await once(worker, 'online');
  const stop = longestDelay();
  return {
    async stop() {
      const host = stop();
      const answer: Promise<readonly unknown[]> = once(worker, 'message');
      worker.postMessage('stop');
      const [idle] = await answer;
      await worker.terminate();
      return { host, idle: Number(idle) };
    },
  };
}
