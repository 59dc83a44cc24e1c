import { answerCalls, CallingEnd, type MessagePipe } from '../protocol/channel.ts';
import type { EngineProgress, FileChange, PaperEngine } from './paperEngine.ts';

/** The methods that cross threads. Both ends are built from this list, so neither can know one that the other lacks. */
const methods = ['update', 'rows', 'paper', 'themeRows', 'themePapers', 'themes', 'search', 'problems'] as const;

type Method = (typeof methods)[number];

const progressEvent = 'progress';

/** Serves an engine to the other end of `pipe`. */
export function serveEngine(engine: PaperEngine, pipe: MessagePipe): void {
  const table = new Map<string, (...args: never[]) => unknown>(
    methods.map((method) => [method, engine[method].bind(engine) as (...args: never[]) => unknown]),
  );
  const send = answerCalls(pipe, (method, args) => {
    const handler = table.get(method);
    if (handler === undefined) throw new Error(`The paper engine has no method "${method}".`);
    return handler(...(args as never[]));
  });
  engine.onProgress((progress) => send(progressEvent, progress));
}

/** What a remote engine needs to be ended, and to tell that it ended by itself. */
export interface EngineProcess {
  readonly pipe: MessagePipe;
  /** Ends the thread. Idempotent. */
  terminate(): void;
  /** Called once when the thread ends or fails without `terminate`. */
  onFailure(listener: (error: Error) => void): void;
}

/**
 * The engine's interface over a pipe. Both ends come from one build, so answers are taken at their declared types; the
 * envelope is parsed. When the thread fails, pending and later calls reject with the reason.
 */
export function connectEngine(process: EngineProcess): PaperEngine {
  let listener: ((progress: EngineProgress) => void) | undefined;
  const end = new CallingEnd(process.pipe, (name, value) => {
    if (name === progressEvent) listener?.(value as EngineProgress);
  });
  process.onFailure((error) => end.close(error));

  function call<M extends Method>(
    method: M,
    args: Parameters<PaperEngine[M]>,
    transfer: readonly ArrayBuffer[] = [],
  ): ReturnType<PaperEngine[M]> {
    return end.call(method, args, transfer) as ReturnType<PaperEngine[M]>;
  }

  return {
    update: (changes) => call('update', [changes], buffersOf(changes)),
    rows: (limit) => call('rows', [limit]),
    paper: (key) => call('paper', [key]),
    themeRows: () => call('themeRows', []),
    themePapers: (themeId) => call('themePapers', [themeId]),
    themes: () => call('themes', []),
    search: (query, limit) => call('search', [query, limit]),
    problems: () => call('problems', []),
    onProgress(next) {
      listener = next;
    },
    dispose() {
      end.close(new Error('The paper engine has stopped.'));
      process.terminate();
    },
  };
}

/** Buffers that belong to their bytes alone move to the engine; a view into a shared buffer is copied. */
function buffersOf(changes: readonly FileChange[]): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const change of changes) {
    if (change.kind !== 'content') continue;
    const { buffer, byteLength } = change.bytes;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffers.add(buffer);
  }
  return [...buffers];
}
