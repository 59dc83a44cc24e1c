import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

import type { ReaderSavedState } from '../../../src/protocol/parseReaderMessage.ts';
import type { FromReader, ReaderNote, ReaderPaper, ToReader } from '../../../src/protocol/readerMessages.ts';
import { type ThemeFixture, themeNamed } from './themes.ts';

declare global {
  interface Window {
    /** What the page posted, and the state it kept. */
    readerHost: { posted: FromReader[]; state: unknown };
    readerViolations: string[];
    /** Put there by `axeViolations`. */
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    /** Set by any script of a hostile text that runs. */
    pwned?: boolean;
  }
}

const root = path.resolve(import.meta.dirname, '../../..');
const origin = 'http://reader.test';
const nonce = 'bm9uY2U';

/** The reader as the extension ships it: one script, one style sheet. */
export async function bundleReader(): Promise<{ readonly script: string; readonly style: string }> {
  const outcome = await build({
    entryPoints: [path.join(root, 'src/webview/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'chrome138',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const script = outcome.outputFiles[0]?.text ?? '';
  return { script, style: await readFile(path.join(root, 'media/reader.css'), 'utf8') };
}

/** What VS Code itself gives every webview, shortened to what the reader could feel. */
const vscodeStyle = `html { background: var(--vscode-editor-background); scrollbar-color: #7776 transparent; }
body { overscroll-behavior-x: none; background: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
  font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
code { color: #d0a; background: #7773; padding: 1px 3px; border-radius: 4px; }
a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }`;

const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; img-src data:; font-src ${origin}; base-uri 'none'; form-action 'none'">
<title>Paper</title><link rel="stylesheet" href="/vscode.css"><link rel="stylesheet" href="/reader.css"></head>
<body><div id="root"></div><script nonce="${nonce}" src="/reader.js"></script></body></html>`;

/** One open page with its stand-in host. */
export class ReaderPage {
  readonly page: Page;
  /** Addresses asked for beside the page's own three files. */
  readonly requests: string[];

  constructor(page: Page, requests: string[]) {
    this.page = page;
    this.requests = requests;
  }

  async send(message: ToReader): Promise<void> {
    await this.page.evaluate((data) => postMessage(data, '*'), message);
  }

  async show(paper: ReaderPaper, note: ReaderNote, refresh = false): Promise<void> {
    await this.send({ type: 'show', paper, note, refresh });
    await this.page.locator('h1').waitFor();
  }

  async posted(): Promise<readonly FromReader[]> {
    return this.page.evaluate(() => window.readerHost.posted);
  }

  async lastEdit(): Promise<Extract<FromReader, { type: 'edit' }> | undefined> {
    return (await this.posted()).findLast((message) => message.type === 'edit');
  }

  async state(): Promise<unknown> {
    return this.page.evaluate(() => window.readerHost.state);
  }

  async violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.readerViolations);
  }

  /** How much wider than the window the page is. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What axe-core finds; empty when all is well. */
  async axeViolations(): Promise<readonly string[]> {
    const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await this.page.evaluate(await readFile(file, 'utf8'));
    const found = await this.page.evaluate(async () => (await window.axe.run()).violations);
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map((one) => `${one.html} ${one.failureSummary}`).join(' | ')}`,
    );
  }

  /** A picture for people, beside the other artefacts of the tests. */
  async picture(name: string, fullPage = true): Promise<void> {
    const folder = path.join(root, 'out/e2e/reader');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
  }
}

/** How the reader is opened. */
export interface PageOptions {
  readonly theme?: ThemeFixture;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives. */
  readonly state?: ReaderSavedState;
}

/** Opens the built reader behind the real Content Security Policy. Nothing reaches the network. */
export async function openReader(
  browser: Browser,
  files: { readonly script: string; readonly style: string },
  options: PageOptions = {},
): Promise<ReaderPage> {
  const { theme = themeNamed('dark'), width = 760, height = 900, state } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const requests: string[] = [];
  const own = new Map([
    ['/', { contentType: 'text/html', body: html }],
    ['/reader.js', { contentType: 'text/javascript', body: files.script }],
    ['/reader.css', { contentType: 'text/css', body: files.style }],
    ['/vscode.css', { contentType: 'text/css', body: vscodeStyle }],
  ]);
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const answer = url.origin === origin ? own.get(url.pathname) : undefined;
    if (answer !== undefined) return route.fulfill(answer);
    requests.push(url.href);
    return route.abort();
  });
  await page.addInitScript(prepareWindow, { state, variables: theme.variables, bodyClass: theme.bodyClass });
  await page.goto(`${origin}/`);
  return new ReaderPage(page, requests);
}

/** Runs in the page before its script: VS Code's API, the theme, and an ear for policy violations. */
function prepareWindow(given: {
  state: unknown;
  variables: Readonly<Record<string, string>>;
  bodyClass: string;
}): void {
  window.readerHost = { posted: [], state: given.state };
  window.readerViolations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.readerViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = given.bodyClass;
    for (const [name, value] of Object.entries(given.variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
  // As in VS Code: once, and what is posted or kept is a copy.
  let acquired = false;
  Object.assign(window, {
    acquireVsCodeApi: () => {
      if (acquired) throw new Error('An instance of the VS Code API has already been acquired');
      acquired = true;
      return Object.freeze({
        postMessage: (message: FromReader) => window.readerHost.posted.push(structuredClone(message)),
        getState: () => window.readerHost.state,
        setState: (kept: unknown) => {
          window.readerHost.state = structuredClone(kept);
          return kept;
        },
      });
    },
  });
}
