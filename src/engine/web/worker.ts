import { LocalEngine } from '../localEngine.ts';
import { serveEngine } from '../remoteEngine.ts';

// The Web Worker's entry: the engine behind messages to the extension host.
const scope = globalThis;
const engine = new LocalEngine({
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => scope.setTimeout(resolve)),
  runScript(script) {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    try {
      scope.importScripts(address);
    } finally {
      URL.revokeObjectURL(address);
    }
  },
});
serveEngine(engine, {
  post: (message, transfer = []) => scope.postMessage(message, { transfer: [...transfer] }),
  listen: (listener) => scope.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
});
