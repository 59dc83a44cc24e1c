import { Worker } from 'node:worker_threads';
import { connectEngine } from '../remoteEngine.ts';
import type { PaperEngine } from '../paperEngine.ts';

/** Memory the worker may take before it is ended: 300,000 papers fit, a runaway does not take the machine down. */
const workerHeapMegabytes = 4096;

/** Where the worker keeps its index from one session to the next, and who may read it there. */
export interface WorkerCache {
  /** Path of the file; its folder is made. */
  readonly file: string;
  /** Another version of the extension has another stamp. */
  readonly stamp: string;
}

/**
 * Starts the engine in a worker thread from the bundled script at `path`, without a cache where there is no place for
 * one. `onFailure` is called once if the thread ends
 * by itself (out of memory, a bug); its pending calls have then been rejected.
 */
export function startWorkerEngine(path: string, onFailure: (error: Error) => void, cache?: WorkerCache): PaperEngine {
  const worker = new Worker(path, {
    resourceLimits: { maxOldGenerationSizeMb: workerHeapMegabytes },
    workerData: cache,
  });
  let ended = false;
  return connectEngine({
    pipe: {
      post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
      listen: (listener) => worker.on('message', listener),
    },
    terminate() {
      ended = true;
      void worker.terminate();
    },
    onFailure(listener) {
      function fail(error: Error): void {
        if (ended) return;
        ended = true;
        listener(error);
        onFailure(error);
      }
      worker.on('error', fail);
      worker.on('exit', (code) => fail(new Error(`The paper engine ended with code ${code}.`)));
    },
  });
}
