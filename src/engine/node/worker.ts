import { parentPort, workerData } from 'node:worker_threads';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import { LocalEngine } from '../localEngine.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { serveEngine } from '../remoteEngine.ts';
import { indexCacheFile } from './indexCacheFile.ts';
import type { WorkerCache } from './startWorkerEngine.ts';

// The worker thread's entry: the engine behind the port to the extension host.
if (parentPort !== null) {
  const port = parentPort;
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => setImmediate(),
    cache: cacheOf(workerData),
    themesCache: themesCacheOf(workerData),
    seenCache: seenCacheOf(workerData),
    mapCache: mapCacheOf(workerData),
    runScript: (script) => void runInThisContext(script),
  });
  serveEngine(engine, {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
  });
}

function cacheOf(data: unknown): IndexCache | undefined {
  const cache = workerCache(data);
  return cache && indexCacheFile(cache.file, stampOf(cache));
}

/** Beside the index. */
function themesCacheOf(data: unknown): IndexCache | undefined {
  const cache = workerCache(data);
  return cache && indexCacheFile(join(dirname(cache.file), 'themes.bin'), stampOf(cache));
}

/** Beside the index. */
function mapCacheOf(data: unknown): IndexCache | undefined {
  const cache = workerCache(data);
  return cache && indexCacheFile(join(dirname(cache.file), 'theme-map.bin'), 'map 1');
}

/** What counts as a letter is a matter of Unicode's version. */
function stampOf({ stamp }: WorkerCache): string {
  return `${stamp} ${process.versions['unicode'] ?? ''}`;
}

/** Beside the index; of every version of the extension, for it cannot be made anew. */
function seenCacheOf(data: unknown): IndexCache | undefined {
  const cache = workerCache(data);
  return cache && indexCacheFile(join(dirname(cache.file), 'papers-seen.bin'), 'seen 1');
}

/** As `startWorkerEngine` passes it on. */
function workerCache(data: unknown): WorkerCache | undefined {
  if (typeof data !== 'object' || data === null || !('file' in data) || !('stamp' in data)) return undefined;
  const { file, stamp } = data;
  return typeof file === 'string' && typeof stamp === 'string' ? { file, stamp } : undefined;
}
