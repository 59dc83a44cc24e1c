import * as vscode from 'vscode';
import type { PaperRow } from '../engine/paperEngine.ts';
import type { DisposableStore } from './disposableStore.ts';
import type { Services } from './services.ts';

/** A paper as `PapersideApi.papers` lists it. */
export interface PaperSummary {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  /** Ids of its themes, strongest first. */
  readonly themes: readonly string[];
  /** `line` is zero-based: the line of the title. */
  readonly source: { readonly uri: string; readonly line: number };
}

/** A paper in full. */
export interface ApiPaper extends PaperSummary {
  readonly abstract: string;
  readonly venue?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly url?: string;
  readonly keywords: readonly string[];
  /** Where its note is, or would be made. */
  readonly noteUri?: string;
}

export interface ApiTheme {
  readonly id: string;
  readonly label: string;
  readonly terms: readonly string[];
  readonly keys: readonly string[];
}

/** The public interface, for other extensions and for tests. Stable within `version`. */
export interface PapersideApi {
  readonly version: 1;
  /** The first load of the library is complete, index and themes included. */
  whenReady(): Promise<void>;
  readonly onDidChangeLibrary: vscode.Event<void>;
  papers(): Promise<readonly PaperSummary[]>;
  paper(key: string): Promise<ApiPaper | undefined>;
  themes(): Promise<readonly ApiTheme[]>;
  /** Best first. `limit` is 50 unless told. */
  search(query: string, options?: { limit?: number }): Promise<readonly { key: string; score: number }[]>;
  problems(): Promise<readonly { uri: string; line: number; message: string }[]>;
}

const defaultLimit = 50;

/** The interface over the services. Questions asked before the first load wait for it. */
export function createApi(services: Services, store: DisposableStore): PapersideApi {
  const { library, notePlaces, writerFacts } = services;
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(library.onDidChange(() => changed.fire()));
  return Object.freeze({
    version: 1 as const,
    whenReady: () => library.load(),
    onDidChangeLibrary: changed.event,
    async papers() {
      await library.load();
      return (await library.engine.rows()).map(summaryOf);
    },
    async paper(key: string) {
      await library.load();
      const paper = await library.engine.paper(key);
      if (paper === undefined) return undefined;
      const { abstract, venue, doi, arxiv, url, keywords } = paper;
      const note = await notePlaces.locate(paper);
      const row = {
        ...paper,
        venue,
        year: paper.year,
        source: paper.sources[0],
        themes: paper.themes.map(({ id }) => id),
      };
      return {
        ...summaryOf(row),
        abstract,
        keywords,
        ...(venue === undefined ? {} : { venue }),
        ...(doi === undefined ? {} : { doi }),
        ...(arxiv === undefined ? {} : { arxiv }),
        ...(url === undefined ? {} : { url }),
        ...(note === undefined ? {} : { noteUri: note.toString() }),
      };
    },
    async themes() {
      await library.load();
      return library.engine.themes();
    },
    async search(query: string, options?: { limit?: number }) {
      await library.load();
      await writerFacts.tell();
      const { answers } = await library.engine.search({ query, limit: options?.limit ?? defaultLimit });
      return answers.map(({ row, score }) => ({ key: row.key, score }));
    },
    async problems() {
      await library.load();
      const files = await library.engine.problems();
      return files.flatMap(({ uri, problems }) =>
        problems.map(({ range, message }) => ({ uri, line: range.start.line, message })),
      );
    },
  });
}

function summaryOf(row: PaperRow): PaperSummary {
  const { key, title, authors, year, themes, source } = row;
  const summary = { key, title, authors, themes, source: { uri: source.uri, line: source.range.start.line } };
  return year === undefined ? summary : { ...summary, year };
}
