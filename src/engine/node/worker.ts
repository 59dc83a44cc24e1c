import { parentPort, workerData } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import { LocalEngine } from '../localEngine.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { serveEngine } from '../remoteEngine.ts';
import { indexCacheFile } from './indexCacheFile.ts';

// The worker thread's entry: the engine behind the port to the extension host.
if (parentPort !== null) {
  const port = parentPort;
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => setImmediate(),
    cache: cacheOf(workerData),
  });
  serveEngine(engine, {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
  });
}

/** `WorkerCache`, as `startWorkerEngine` passes it on. What counts as a letter is a matter of Unicode's version. */
function cacheOf(data: unknown): IndexCache | undefined {
  if (typeof data !== 'object' || data === null || !('file' in data) || !('stamp' in data)) return undefined;
  const { file, stamp } = data;
  if (typeof file !== 'string' || typeof stamp !== 'string') return undefined;
  return indexCacheFile(file, `${stamp} ${process.versions['unicode'] ?? ''}`);
}
