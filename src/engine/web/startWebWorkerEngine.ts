import type { PaperEngine } from '../paperEngine.ts';
import { connectEngine } from '../remoteEngine.ts';

/**
 * Starts the engine in a Web Worker from the bundled script at `url`. `onFailure` is called once if the worker fails;
 * its pending calls have then been rejected. Throws where workers cannot be made.
 */
export function startWebWorkerEngine(url: string, onFailure: (error: Error) => void): PaperEngine {
  const worker = new Worker(url);
  return connectEngine({
    pipe: {
      post: (message, transfer = []) => worker.postMessage(message, { transfer: [...transfer] }),
      listen: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
    },
    terminate: () => worker.terminate(),
    onFailure(listener) {
      let failed = false;
      worker.addEventListener('error', ({ message }) => {
        if (failed) return;
        failed = true;
        const error = new Error(`The paper engine failed: ${message}`);
        listener(error);
        onFailure(error);
      });
    },
  });
}
