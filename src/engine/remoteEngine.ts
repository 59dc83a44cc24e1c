import { answerCalls, CallingEnd, type MessagePipe } from '../protocol/channel.ts';
import type { DocumentChange, FileChange, PaperEngine } from './paperEngine.ts';

/** The methods that cross threads. Both ends are built from this list, so neither can know one that the other lacks. */
const methods = [
  'update',
  'rows',
  'paper',
  'resolveKeys',
  'nearKeys',
  'citedKeys',
  'scanCitations',
  'entriesOf',
  'keyPlaces',
  'bibliographyWorks',
  'groups',
  'countPapers',
  'groupPapers',
  'stretches',
  'groupKeys',
  'placeOf',
  'neighbours',
  'themes',
  'setThemesFile',
  'planThemeChange',
  'regroupThemes',
  'themeMap',
  'search',
  'papersFor',
  'related',
  'setDocuments',
  'citedPlaces',
  'setWriterFacts',
  'setNotes',
  'noteOf',
  'notedKeys',
  'searchNotes',
  'formatCitations',
  'provideCslFiles',
  'problems',
] as const;

type Method = (typeof methods)[number];

type Call = <M extends Method>(
  method: M,
  args: Parameters<PaperEngine[M]>,
  transfer?: readonly ArrayBuffer[],
) => Promise<Awaited<ReturnType<PaperEngine[M]>>>;

const stepEvent = 'step';
const troubleEvent = 'trouble';

/** Serves an engine to the other end of `pipe`. */
export function serveEngine(engine: PaperEngine, pipe: MessagePipe): void {
  const send = answerCalls(pipe, (name, args) => {
    const method = methods.find((known) => known === name);
    if (method === undefined) throw new Error(`The paper engine has no method "${name}".`);
    const answer: unknown = Reflect.apply(engine[method], engine, args);
    return answer;
  });
  engine.onStep(() => send(stepEvent, undefined));
  engine.onTrouble((message) => send(troubleEvent, message));
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
  let listener: (() => void) | undefined;
  let onTrouble: ((message: string) => void) | undefined;
  const end = new CallingEnd(process.pipe, (name, value) => {
    if (name === stepEvent) listener?.();
    else if (name === troubleEvent) onTrouble?.(String(value));
  });
  process.onFailure((error) => end.close(error));

  const call: Call = (method, args, transfer = []) => end.call(method, args, transfer);

  return {
    update: (changes, options) => call('update', [changes, options], buffersOf(changes)),
    setDocuments: (changes) => call('setDocuments', [changes], buffersOf(changes)),
    ...forwarded(call),
    onStep(next) {
      listener = next;
    },
    onTrouble(next) {
      onTrouble = next;
    },
    dispose() {
      end.close(new Error('The paper engine has stopped.'));
      process.terminate();
    },
  };
}

/** The methods that only pass on what they are given. */
function forwarded(call: Call): Pick<PaperEngine, Exclude<Method, 'update' | 'setDocuments'>> {
  return {
    rows: (limit) => call('rows', [limit]),
    paper: (key) => call('paper', [key]),
    resolveKeys: (keys) => call('resolveKeys', [keys]),
    citedKeys: (document) => call('citedKeys', [document]),
    scanCitations: (document) => call('scanCitations', [document]),
    nearKeys: (key, limit) => call('nearKeys', [key, limit]),
    entriesOf: (request) => call('entriesOf', [request]),
    keyPlaces: (key) => call('keyPlaces', [key]),
    bibliographyWorks: (request) => call('bibliographyWorks', [request]),
    groups: (view, within) => call('groups', [view, within]),
    countPapers: (view) => call('countPapers', [view]),
    groupPapers: (view, id, slice) => call('groupPapers', [view, id, slice]),
    stretches: (view, id, length) => call('stretches', [view, id, length]),
    groupKeys: (view, id) => call('groupKeys', [view, id]),
    placeOf: (view, key) => call('placeOf', [view, key]),
    neighbours: (view, key, within) => call('neighbours', [view, key, within]),
    themes: () => call('themes', []),
    setThemesFile: (text) => call('setThemesFile', [text]),
    planThemeChange: (change) => call('planThemeChange', [change]),
    regroupThemes: () => call('regroupThemes', []),
    themeMap: () => call('themeMap', []),
    search: (request) => call('search', [request]),
    papersFor: (request) => call('papersFor', [request]),
    related: (key, limit) => call('related', [key, limit]),
    citedPlaces: (keys, limit) => call('citedPlaces', [keys, limit]),
    setWriterFacts: (facts) => call('setWriterFacts', [facts]),
    setNotes: (changes, options) => call('setNotes', [changes, options]),
    noteOf: (key) => call('noteOf', [key]),
    notedKeys: () => call('notedKeys', []),
    searchNotes: (request) => call('searchNotes', [request]),
    formatCitations: (request) => call('formatCitations', [request]),
    provideCslFiles: (files) => call('provideCslFiles', [files]),
    problems: () => call('problems', []),
  };
}

/** Buffers that belong to their bytes alone move to the engine; a view into a shared buffer is copied. */
function buffersOf(changes: readonly (FileChange | DocumentChange)[]): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const change of changes) {
    if (change.kind !== 'content') continue;
    const { buffer, byteLength } = change.bytes;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffers.add(buffer);
  }
  return [...buffers];
}
