import type { Paper, PaperSource } from '../core/paper.ts';
import type { Problem } from '../core/problem.ts';
import { PaperLibrary } from '../core/library/paperLibrary.ts';
import type { EnginePorts } from './enginePorts.ts';
import { CitedKeys } from './checks/citedKeys.ts';
import { scanPacked } from './checks/scanPacked.ts';
import { CslFormatter } from './csl/cslFormatter.ts';
import { formatJob, type Formatter } from './csl/formatter.ts';
import { CitingDocuments } from './citing/citingDocuments.ts';
import { PaperFiles } from './paperFiles.ts';
import { PaperFinder } from './paperFinder.ts';
import { EngineThemes } from './themes/engineThemes.ts';
import { drain } from './drain.ts';
import { EngineNotes } from './notes/engineNotes.ts';
import { FirstSeen } from './firstSeen.ts';
import { BibliographyWorks } from './works/bibliographyWorks.ts';
import { PaperEntries } from './entries/paperEntries.ts';
import { NearKeys } from './keys/nearKeys.ts';
import { detailsOf } from './paperDetails.ts';
import { ThemeMaps } from './themeMap/themeMaps.ts';
import { LibraryViews } from './views/libraryViews.ts';
import type {
  FileChange,
  LibraryStatus,
  PaperDetails,
  PaperEngine,
  PaperRow,
  SearchRequest,
  SearchResult,
  ThemeChange,
  ThemeChangePlan,
  UpdateOptions,
} from './paperEngine.ts';
import type { ThemeMap } from '../core/themeMap/themeMap.ts';
import type { Theme } from '../core/themes/theme.ts';

/** Updates of so many papers take long enough that people want to see the first part of the answer. */
const largeUpdate = 1_000;

/** The engine itself, in the thread it is made in. Workers serve it, vscode.dev uses it directly. */
export class LocalEngine implements PaperEngine {
  readonly #ports: EnginePorts;
  readonly #library = new PaperLibrary();
  readonly #finder: PaperFinder;
  readonly #themes: EngineThemes;
  /** What is asked about the library by those who answer from it. */
  readonly #sources = {
    get: (key: string) => this.#library.get(key),
    papers: () => this.#library.papers(),
    themes: () => this.#themes.themes(),
    themesOf: (key: string) => this.#themes.themesOf(key),
  };
  readonly #notes = new EngineNotes(this.#sources);
  readonly #views: LibraryViews;
  readonly #maps: ThemeMaps;
  readonly #seen: FirstSeen;
  readonly #formatter: Formatter;
  readonly #files = new PaperFiles(this.#library);
  #queue: Promise<unknown> = Promise.resolve();
  #listener: (() => void) | undefined;
  #onTrouble: ((message: string) => void) | undefined;
  #revision = 0;
  #disposed = false;
  readonly #slices = {
    now: () => this.#ports.now(),
    breathe: async () => {
      await this.#ports.breathe();
      this.#assertAlive();
    },
  };
  readonly #documents = new CitingDocuments(this.#slices.breathe);
  readonly #entries = new PaperEntries(this.#sources);
  readonly #works = new BibliographyWorks({
    recordsIn: (uri) => this.#library.recordsIn(uri),
    problemsIn: (uri) => this.#files.problems.get(uri) ?? [],
  });
  readonly #nearKeys = new NearKeys({
    papers: () => this.#library.papers(),
    row: (paper) => this.#row(paper),
    search: async (query, limit) => (await this.search({ query, limit })).answers,
    drain: (work) => this.#drain(work),
  });
  readonly #citedKeys = new CitedKeys({ ...this.#sources, drain: (work) => this.#drain(work) });
  /** Updates that wait or run. */
  #updating = 0;
  /** More files of the same load were announced. */
  #more = false;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    const trouble = (message: string): void => this.#onTrouble?.(message);
    this.#themes = new EngineThemes(ports.themesCache, { drain: (work) => this.#drain(work), trouble });
    this.#finder = new PaperFinder({
      ...this.#sources,
      row: (paper) => this.#row(paper),
      notes: this.#notes,
      drain: (work) => this.#drain(work),
      breathe: () => ports.breathe(),
      cache: ports.cache,
      trouble,
    });
    this.#maps = new ThemeMaps({
      ...this.#sources,
      drain: (work) => this.#drain(work),
      cache: ports.mapCache,
      trouble,
    });
    this.#views = new LibraryViews({
      ...this.#sources,
      files: () => this.#files.uris,
      row: (paper, source) => this.#row(paper, source),
      stateOf: (key) => this.#finder.marksOf(key).state,
      cited: () => this.#finder.facts?.cited ?? new Set(),
      facts: () => this.#finder.facts,
      filtered: (filter) => this.#finder.filtered(filter),
      seenAt: (key) => this.#seen.seenAt(key),
    });
    this.#seen = new FirstSeen(ports.seenCache, trouble);
    this.#formatter = ports.formatter ?? new CslFormatter({ runScript: ports.runScript });
  }

  update(changes: readonly FileChange[], options: UpdateOptions = {}): Promise<LibraryStatus> {
    this.#updating += 1;
    const more = options.more === true;
    this.#more = more;
    const run = this.#queue.then(() => this.#apply(changes, more)).finally(() => this.#updated());
    // The next update must run even if this one failed; its caller has the error, and may not go on with the load.
    this.#queue = run.catch(() => {
      this.#more &&= this.#updating > 0;
    });
    return run;
  }

  #updated(): void {
    this.#updating -= 1;
    if (this.#updating > 0 || this.#more || this.#disposed) return;
    void this.#finder.keep();
    void this.#themes.keep();
    void this.#seen.keep(this.#library);
  }

  async #apply(changes: readonly FileChange[], more: boolean): Promise<LibraryStatus> {
    for (const change of changes) {
      this.#files.apply(change);
      await this.#slices.breathe();
    }
    // Merging and grouping everything anew for each part of a load would take the square of the time.
    if (more && this.#files.newRecords < Math.max(largeUpdate, this.#library.size)) return this.#status();
    const diff = this.#files.commit();
    const total = diff.added.length + diff.changed.length + diff.removed.length;
    const tellStep = (): void => (total >= largeUpdate ? this.#listener?.() : undefined);
    await this.#seen.note(diff.added, !more);
    this.#themes.note(diff);
    // The first papers of a load are grouped to be seen, all of them once it is complete.
    await this.#themes.restored;
    const waits = more && this.#themes.areProvisional;
    const themes = waits ? undefined : this.#themes.group(this.#library.papers(), more);
    // From its first step on the model lists the new papers, those without a theme yet under "Other" or "All Papers".
    themes?.next();
    tellStep();
    await this.#finder.update(diff, more);
    tellStep();
    if (themes !== undefined) await this.#drain(themes);
    if (this.#files.tellChanged() || total > 0) this.#revision += 1;
    return this.#status();
  }

  #status(): LibraryStatus {
    return {
      revision: this.#revision,
      papers: this.#library.size,
      files: this.#files.uris.size,
      problems: [...this.#files.problems.values()].reduce((sum, list) => sum + list.length, 0),
    };
  }

  #drain<T>(work: Generator<unknown, T, void>): Promise<T> {
    return drain(work, this.#slices);
  }

  async rows(limit?: number): Promise<readonly PaperRow[]> {
    const papers = this.#library.papers().slice(0, limit);
    return papers.map((paper) => this.#row(paper));
  }

  async paper(key: string): Promise<PaperDetails | undefined> {
    const paper = this.#library.get(key);
    return paper && detailsOf(paper, this.#sources);
  }

  async resolveKeys(keys: readonly string[]): Promise<readonly (PaperRow | undefined)[]> {
    const papers = keys.map((key) => this.#library.get(key));
    return papers.map((paper) => paper && this.#row(paper));
  }

  async themes(): Promise<readonly Theme[]> {
    return this.#themes.themes();
  }

  setThemesFile(text: string | undefined): Promise<readonly Problem[]> {
    return this.#queued(() => this.#drain(this.#themes.setFile(text)));
  }

  /** Runs work after the updates that wait already; they go on if it fails. */
  #queued<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  planThemeChange(change: ThemeChange): Promise<ThemeChangePlan> {
    return this.#queued(() => this.#drain(this.#themes.plan(change)));
  }

  regroupThemes(): Promise<LibraryStatus> {
    return this.#queued(async () => {
      // While a load runs, the themes wait for all of its papers.
      if (this.#more) this.#themes.regroupWithNext();
      else await this.#drain(this.#themes.regroup(this.#library.papers()));
      this.#revision += 1;
      void this.#themes.keep();
      return this.#status();
    });
  }

  themeMap(): Promise<ThemeMap> {
    return this.#maps.draw();
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#finder.search(request, () => this.#updating > 0 || this.#more);
  }

  readonly citedKeys: PaperEngine['citedKeys'] = (document) => this.#citedKeys.in(document);
  readonly scanCitations: PaperEngine['scanCitations'] = async (document) => scanPacked(document);
  readonly countPapers: PaperEngine['countPapers'] = async (view) => this.#views.count(view);
  readonly groupKeys: PaperEngine['groupKeys'] = async (view, id) => this.#views.groupKeys(view, id);
  readonly stretches: PaperEngine['stretches'] = async (view, id, length) => this.#views.stretches(view, id, length);
  readonly neighbours: PaperEngine['neighbours'] = async (view, key, within) =>
    this.#views.neighbours(view, key, within);
  readonly groups: PaperEngine['groups'] = async (view, within) => this.#views.groups(view, within);
  readonly groupPapers: PaperEngine['groupPapers'] = async (view, id, slice) =>
    this.#views.groupPapers(view, id, slice);
  readonly placeOf: PaperEngine['placeOf'] = async (view, key) => this.#views.placeOf(view, key);
  readonly nearKeys: PaperEngine['nearKeys'] = (key, limit) => this.#nearKeys.near(key, limit);
  readonly entriesOf: PaperEngine['entriesOf'] = async (request) => this.#entries.of(request);
  readonly keyPlaces: PaperEngine['keyPlaces'] = async (key) => this.#entries.placesOf(key);
  readonly bibliographyWorks: PaperEngine['bibliographyWorks'] = async (request) => this.#works.of(request);
  readonly papersFor: PaperEngine['papersFor'] = (request) => this.#finder.papersFor(request);
  readonly related: PaperEngine['related'] = (key, limit) => this.#finder.related(key, limit);
  readonly setDocuments: PaperEngine['setDocuments'] = (changes) => this.#documents.set(changes);
  readonly citedPlaces: PaperEngine['citedPlaces'] = async (keys, limit) => this.#documents.find(keys, limit);

  readonly setWriterFacts: PaperEngine['setWriterFacts'] = async (facts) => this.#finder.setFacts(facts);
  readonly setNotes: PaperEngine['setNotes'] = (changes, options) => this.#finder.setNotes(changes, options);
  readonly noteOf: PaperEngine['noteOf'] = async (key) => this.#notes.noteOf(key);
  readonly notedKeys: PaperEngine['notedKeys'] = async () => [...this.#notes.noted.keys()];
  readonly searchNotes: PaperEngine['searchNotes'] = (request) => this.#finder.searchNotes(request);

  readonly formatCitations: PaperEngine['formatCitations'] = async (request) =>
    this.#formatter.format(formatJob(request, this.#sources.get));
  readonly provideCslFiles: PaperEngine['provideCslFiles'] = async (files) => this.#formatter.provide(files);

  async problems(): Promise<readonly { uri: string; problems: readonly Problem[] }[]> {
    return [...this.#files.problems].map(([uri, problems]) => ({ uri, problems }));
  }

  onStep(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  onTrouble(listener: ((message: string) => void) | undefined): void {
    this.#onTrouble = listener;
  }

  dispose(): void {
    this.#disposed = true;
    this.#listener = undefined;
    this.#onTrouble = undefined;
  }

  #assertAlive(): void {
    if (this.#disposed) throw new Error('The paper engine has stopped.');
  }

  #row(paper: Paper, source: PaperSource = paper.sources[0]): PaperRow {
    const { key, aliases, title, authors, year, venue } = paper;
    const marks = this.#finder.marksOf(key);
    const row = { key, title, authors, year, venue, themes: this.#themes.themesOf(key), source, marks };
    return aliases.length === 0 ? row : { ...row, aliases };
  }
}
