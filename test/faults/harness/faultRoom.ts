import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { onExit } from '../../support/onExit.ts';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { startServer, type ServerOptions, type VscodeServer } from '../../support/vscodeServer.ts';
import type { FaultPlan } from '../hook/faultPlan.ts';
import { FaultWindow } from './faultWindow.ts';
import { installFaultyExtension, type FaultyExtension } from './faultyExtension.ts';
import { faultPapers, writeFaultWorkspace } from './papers.ts';
import { hostsBelow, killAll, serverBelow } from './processes.ts';
import { until } from './until.ts';

/** What notes need of VS Code's own extensions. */
const ownExtensions = ['markdown-basics', 'theme-defaults'];

/** A workspace, a server and a browser: everything that one file of fault tests needs. All of it is its own. */
export class FaultRoom {
  readonly #top: string;
  readonly #options: ServerOptions;
  readonly #windows: FaultWindow[] = [];
  readonly extension: FaultyExtension;
  readonly browser: Browser;
  server: VscodeServer;

  private constructor(
    top: string,
    parts: { readonly extension: FaultyExtension; readonly browser: Browser; readonly server: VscodeServer },
    options: ServerOptions,
  ) {
    this.#top = top;
    this.#options = options;
    this.extension = parts.extension;
    this.browser = parts.browser;
    this.server = parts.server;
  }

  static async open(settings: NonNullable<ServerOptions['settings']> = {}): Promise<FaultRoom> {
    const top = mkdtempSync(path.join(realpathSync(tmpdir()), 'paperside-faults-'));
    onExit(() => rmSync(top, { recursive: true, force: true, maxRetries: 5 }));
    writeFaultWorkspace(path.join(top, 'workspace'));
    const extension = await installFaultyExtension(path.join(top, 'data/extensions'));
    const options: ServerOptions = { data: path.join(top, 'data'), settings, ownExtensions };
    const server = await startServer(options);
    return new FaultRoom(top, { extension, server, browser: await launchBrowser() }, options);
  }

  get workspace(): string {
    return path.join(this.#top, 'workspace');
  }

  get notes(): string {
    return path.join(this.workspace, 'notes');
  }

  /** The file of a paper's note. */
  noteFile(index: number): string {
    return path.join(this.notes, `${faultPapers[index]?.key ?? ''}.md`);
  }

  /** Where VS Code keeps what extensions store for a workspace. */
  get storage(): string {
    return path.join(this.#top, 'data/data/User/workspaceStorage');
  }

  /** A folder for whatever a test needs outside the workspace. */
  get outside(): string {
    return this.#top;
  }

  /** The extension hosts that run; the youngest last. */
  hosts(): readonly number[] {
    return this.server.pid === undefined ? [] : hostsBelow(this.server.pid);
  }

  /** The one extension host there is; waits for it. */
  async host(): Promise<number> {
    return until('an extension host', () => this.hosts().at(-1));
  }

  get serverPid(): number | undefined {
    return this.server.pid === undefined ? undefined : serverBelow(this.server.pid);
  }

  /** Opens a window in a new browser profile: it remembers nothing. */
  async window(): Promise<FaultWindow> {
    const context = await this.browser.newContext({ viewport: { width: 1200, height: 800 } });
    const window = new FaultWindow(context, await context.newPage());
    this.#windows.push(window);
    await this.visit(window);
    return window;
  }

  /** Opens the workspace in a window, or opens it anew. */
  async visit(window: FaultWindow): Promise<void> {
    const address = `http://127.0.0.1:${this.server.port}/?folder=${encodeURIComponent(this.workspace)}`;
    await window.page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
    await window.ready();
  }

  /** After the end of a host: waits for the one that VS Code starts by itself, which it does twice in five minutes; then loads the window anew. */
  async revive(window: FaultWindow): Promise<void> {
    const runs = window.startsHosts() && until('a new host', () => this.hosts().length > 0, 20_000).catch(() => false);
    if (!(await runs)) await this.visit(window);
  }

  /** Starts the server again on the same data and port. */
  async restartServer(): Promise<void> {
    const { port } = this.server;
    await this.server.stop();
    this.server = await startServer({ ...this.#options, port });
  }

  /** Ends hosts whose windows are gone without a word: the server would keep them for hours. */
  endHosts(): void {
    killAll(this.hosts());
  }

  /** What the hook is to do to operations on notes and drafts. */
  plan(plan: Omit<FaultPlan, 'watched'> | undefined): void {
    this.extension.setPlan(plan && { ...plan, watched: [this.notes, this.storage] });
  }

  /** The operations that the hook saw under a plan, in order: name and paths. */
  operations(id: string): readonly { readonly name: string; readonly paths: readonly string[] }[] {
    if (!existsSync(this.extension.operationsLog)) return [];
    const lines = readFileSync(this.extension.operationsLog, 'utf8').split('\n');
    return lines
      .map((line) => line.split('\t'))
      .filter(([plan]) => plan === id)
      .map(([, , name = '', ...paths]) => ({ name, paths }));
  }

  /** Every file below a folder of notes or drafts, by its path. */
  files(top: string): ReadonlyMap<string, string> {
    if (!existsSync(top)) return new Map();
    const names = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      names.flatMap((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        // It may go while it is looked at.
        return existsSync(file) ? [[file, readFileSync(file, 'utf8')] as const] : [];
      }),
    );
  }

  /** Keeps pictures of the windows of a test that failed, its notes and the logs in `out/faults`. For `afterEach`. */
  async pictures(test: {
    readonly name: string;
    readonly result?: { readonly state: string } | undefined;
  }): Promise<void> {
    if (test.result?.state !== 'fail') return;
    const name = test.name.replaceAll(/[^a-z\d]+/gi, '-').slice(0, 60);
    const kept = path.join(repositoryRoot, 'out/faults', `failed-${name}`);
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    for (const left of [this.notes, this.storage, this.extension.operationsLog]) {
      if (existsSync(left)) cpSync(left, path.join(kept, path.basename(left)), { recursive: true });
    }
    writeFileSync(path.join(kept, 'server.log'), this.server.log());
    const open = this.#windows.filter(({ page }) => !page.isClosed());
    for (const [index, { page }] of open.entries()) {
      await page.screenshot({ path: path.join(kept, `${index}.png`), timeout: 5000 }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.#top, { recursive: true, force: true, maxRetries: 5 });
  }
}
