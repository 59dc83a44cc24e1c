import { parentPort } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import { LocalEngine } from '../localEngine.ts';
import { serveEngine } from '../remoteEngine.ts';

// The worker thread's entry: the engine behind the port to the extension host.
if (parentPort !== null) {
  const port = parentPort;
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => setImmediate(),
  });
  serveEngine(engine, {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
  });
}
