import type { PaperEngine } from '../paperEngine.ts';
import { connectEngine } from '../remoteEngine.ts';

/**
 * Starts the engine in a Web Worker from the bundled script that `readScript` gives: as a `blob:`, because VS Code makes
 * no workers of addresses of remote extensions. Messages wait until it runs. `onFailure` is called once if the worker
 * cannot be made or fails later; its pending calls have then been rejected.
 */
export function startWebWorkerEngine(
  readScript: () => PromiseLike<Uint8Array>,
  onFailure: (error: Error) => void,
): PaperEngine {
  const waiting: (readonly [message: unknown, transfer: readonly ArrayBuffer[]])[] = [];
  const heard: ((message: unknown) => void)[] = [];
  const failed: ((error: Error) => void)[] = [];
  let worker: Worker | undefined;
  let ended = false;

  function fail(error: Error): void {
    if (ended) return;
    ended = true;
    for (const listener of [...failed, onFailure]) listener(error);
  }

  async function start(): Promise<void> {
    const script = new Blob([new Uint8Array(await readScript())], { type: 'text/javascript' });
    if (ended) return;
    const address = URL.createObjectURL(script);
    const started = new Worker(address);
    // VS Code's own Worker reads the address only after it has started.
    started.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    started.addEventListener('error', ({ message }) => fail(new Error(`The paper engine failed: ${message}`)));
    started.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      for (const listener of heard) listener(data);
    });
    for (const [message, transfer] of waiting.splice(0)) started.postMessage(message, { transfer: [...transfer] });
    worker = started;
  }

  start().catch((error: unknown) => fail(new Error(`The paper engine could not be started: ${String(error)}`)));
  return connectEngine({
    pipe: {
      post(message, transfer = []) {
        if (worker === undefined) waiting.push([message, transfer]);
        else worker.postMessage(message, { transfer: [...transfer] });
      },
      listen: (listener) => heard.push(listener),
    },
    terminate() {
      ended = true;
      worker?.terminate();
    },
    onFailure: (listener) => failed.push(listener),
  });
}
