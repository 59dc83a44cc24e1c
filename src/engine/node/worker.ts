import { parentPort, workerData } from 'node:worker_threads';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import type { MessagePipe } from '../../protocol/channel.ts';
import { CslFormatter } from '../csl/cslFormatter.ts';
import { serveFormatter } from '../csl/remoteFormatter.ts';
import { LocalEngine } from '../localEngine.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { serveEngine } from '../remoteEngine.ts';
import { formatterThread, isFormatterRole } from './formatterThread.ts';
import { indexCacheFile } from './indexCacheFile.ts';
import type { WorkerCache } from './startWorkerEngine.ts';

// The entry of two threads: the engine behind the port to the extension host, and the formatter of citations behind the
// port to the engine.
if (parentPort !== null) {
  const port = parentPort;
  const pipe: MessagePipe = {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (listener) => port.on('message', listener),
  };
  if (isFormatterRole(workerData)) {
    serveFormatter(new CslFormatter({ runScript: (script) => void runInThisContext(script) }), pipe);
  } else startEngine(pipe);
}

function startEngine(pipe: MessagePipe): void {
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => setImmediate(),
    cache: cacheOf(workerData),
    themesCache: themesCacheOf(workerData),
    seenCache: seenCacheOf(workerData),
    mapCache: mapCacheOf(workerData),
    formatter: formatterThread(__filename),
  });
  serveEngine(engine, pipe);
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
