import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { repositoryRoot } from '../support/repositoryRoot.ts';
import type { ThemeFixture } from './reader/themes.ts';

declare global {
  interface Window {
    /** Put there by `axeViolations`. */
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
  }
}

/** A webview of the extension. */
export interface WebviewFiles {
  /** Of its style sheet in `media`; `NAMEHost` and `NAMEViolations` of the window tell what it did. */
  readonly name: 'reader' | 'map';
  readonly script: string;
  readonly style: string;
  /** Files beside those two, by name: scripts that are loaded later, further style sheets. */
  readonly more: ReadonlyMap<string, string>;
}

/** How a webview is opened. */
export interface WebviewOptions {
  readonly theme: ThemeFixture;
  readonly width: number;
  readonly height: number;
  /** What `getState` gives. */
  readonly state: unknown;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

/** An open page, and the addresses it asked for beside its own files. */
export interface OpenWebview {
  readonly page: Page;
  readonly requests: string[];
}

const nonce = 'bm9uY2U';

/** What a webview consists of beside one script and one style sheet. */
interface MoreFiles {
  /** Entry points by the name of the bundle. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Names of style sheets in `media`. */
  readonly styles?: readonly string[];
}

/** A webview as the extension ships it. */
export async function bundleWebview(
  name: WebviewFiles['name'],
  entry: string,
  { scripts = {}, styles = [] }: MoreFiles = {},
): Promise<WebviewFiles> {
  const more = new Map<string, string>();
  for (const [file, later] of Object.entries(scripts)) more.set(`${file}.js`, await bundled(later));
  for (const file of styles) more.set(file, await styleSheet(file));
  return { name, script: await bundled(entry), style: await styleSheet(`${name}.css`), more };
}

function styleSheet(file: string): Promise<string> {
  return readFile(path.join(repositoryRoot, 'media', file), 'utf8');
}

async function bundled(entry: string): Promise<string> {
  const outcome = await build({
    entryPoints: [path.join(repositoryRoot, entry)],
    bundle: true,
    format: 'iife',
    target: 'chrome138',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outcome.outputFiles[0]?.text ?? '';
}

/** What VS Code itself gives every webview, shortened to what a page could feel. */
const vscodeStyle = `html { background: var(--vscode-editor-background); scrollbar-color: #7776 transparent; }
body { overscroll-behavior-x: none; background: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
  font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
code { color: #d0a; background: #7773; padding: 1px 3px; border-radius: 4px; }
a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }`;

/** Opens a built webview behind the real Content Security Policy. Nothing reaches the network. */
export async function openWebview(
  browser: Browser,
  { name, script, style, more }: WebviewFiles,
  { theme, width, height, state, media }: WebviewOptions,
): Promise<OpenWebview> {
  const origin = `http://${name}.test`;
  const page = await browser.newPage({ viewport: { width, height } });
  if (media !== undefined) await page.emulateMedia(media);
  const requests: string[] = [];
  const own = new Map([
    ['/', { contentType: 'text/html', body: htmlOf(name, origin, more) }],
    [`/${name}.js`, { contentType: 'text/javascript', body: script }],
    [`/${name}.css`, { contentType: 'text/css', body: style }],
    ['/vscode.css', { contentType: 'text/css', body: vscodeStyle }],
  ]);
  for (const [file, body] of more) {
    own.set(`/${file}`, { contentType: file.endsWith('.js') ? 'text/javascript' : 'text/css', body });
  }
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const answer = url.origin === origin ? own.get(url.pathname) : undefined;
    if (answer !== undefined) return route.fulfill(answer);
    requests.push(url.href);
    return route.abort();
  });
  const { variables, bodyClass } = theme;
  await page.addInitScript(prepareWindow, { name, state, variables, bodyClass });
  await page.goto(`${origin}/`);
  return { page, requests };
}

/** What axe-core finds; empty when all is well. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(file, 'utf8'));
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((one) => `${one.html} ${one.failureSummary}`).join(' | ')}`);
}

function htmlOf(name: WebviewFiles['name'], origin: string, more: WebviewFiles['more']): string {
  const styles = ['vscode.css', `${name}.css`, ...[...more.keys()].filter((file) => file.endsWith('.css'))];
  const images = name === 'reader' ? ' img-src data:;' : '';
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin};${images} font-src ${origin}; base-uri 'none'; form-action 'none'">
<title>${name}</title>${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('')}</head>
<body><div id="root" data-session="window"></div><script nonce="${nonce}" src="/${name}.js"></script></body></html>`;
}

/** Runs in the page before its script: VS Code's API, the theme, and an ear for policy violations. */
function prepareWindow(given: {
  name: string;
  state: unknown;
  variables: Readonly<Record<string, string>>;
  bodyClass: string;
}): void {
  const posted: unknown[] = [];
  const host = { posted, state: given.state, deaf: false };
  const hear = (message: unknown): void => {
    posted.push(structuredClone(message));
    if (host.deaf || typeof message !== 'object' || message === null) return;
    if ('type' in message && message.type === 'ping' && 'number' in message) {
      window.postMessage({ type: 'pong', number: message.number });
    }
  };
  const violations: string[] = [];
  Object.assign(window, { [`${given.name}Host`]: host, [`${given.name}Violations`]: violations });
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
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
        postMessage: hear,
        getState: () => host.state,
        setState: (kept: unknown) => {
          host.state = structuredClone(kept);
          return kept;
        },
      });
    },
  });
}
