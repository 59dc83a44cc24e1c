import { Worker } from 'node:worker_threads';
import type { Formatter } from '../csl/formatter.ts';
import { remoteFormatter } from '../csl/remoteFormatter.ts';

/** Memory that formatting may take. */
const heapMegabytes = 1024;

/** What a thread is told that is to format and nothing else. */
const formatterRole = { role: 'formatter' } as const;

/** A formatter in a thread of its own, by the script at `path`, which serves one when it is told `formatterRole`. */
export function formatterThread(path: string): Formatter {
  return remoteFormatter(() => {
    const worker = new Worker(path, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      workerData: formatterRole,
    });
    return {
      pipe: {
        post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
        listen: (listener) => worker.on('message', listener),
      },
      onFailure(listener) {
        worker.on('error', listener);
        worker.on('exit', (code) => listener(new Error(`The formatter of citations ended with code ${code}.`)));
      },
    };
  });
}

/** Whether a thread was told to format. */
export function isFormatterRole(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === formatterRole.role;
}
