import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromMap, MapSavedState, ToMap } from '../../../src/protocol/mapMessages.ts';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { type ThemeFixture, themeNamed } from '../reader/themes.ts';

declare global {
  interface Window {
    /** What the page posted, and the state it kept. */
    mapHost: { posted: FromMap[]; state: unknown };
    mapViolations: string[];
  }
}

const origin = 'http://map.test';
const nonce = 'bm9uY2U';

/** The map as the extension ships it: one script, one style sheet. */
export async function bundleMap(): Promise<{ readonly script: string; readonly style: string }> {
  const outcome = await build({
    entryPoints: [path.join(repositoryRoot, 'src/webview/map/main.ts')],
    bundle: true,
    format: 'iife',
    target: 'chrome138',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const script = outcome.outputFiles[0]?.text ?? '';
  return { script, style: await readFile(path.join(repositoryRoot, 'media/map.css'), 'utf8') };
}

const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; font-src ${origin}; base-uri 'none'; form-action 'none'">
<title>Theme Map</title><link rel="stylesheet" href="/map.css"></head>
<body><div id="root"></div><script nonce="${nonce}" src="/map.js"></script></body></html>`;

/** One open page with its stand-in host. */
export class MapTestPage {
  readonly page: Page;
  /** Addresses asked for beside the page's own files. */
  readonly requests: string[];

  constructor(page: Page, requests: string[]) {
    this.page = page;
    this.requests = requests;
  }

  /** Typed arrays go as lists: they do not pass from the test to the page as they are. */
  async send(message: ToMap): Promise<void> {
    const { map, ...rest } = { map: undefined, ...message };
    const lists = map && {
      ...map,
      places: [...map.places],
      themeOf: [...map.themeOf],
      partOf: [...map.partOf],
    };
    await this.page.evaluate(
      ({ data, drawn }) => {
        const whole = drawn && {
          ...drawn,
          places: Float32Array.from(drawn.places),
          themeOf: Uint32Array.from(drawn.themeOf),
          partOf: Uint32Array.from(drawn.partOf),
        };
        postMessage(whole === undefined ? data : { ...data, map: whole }, '*');
      },
      { data: rest, drawn: lists },
    );
    await this.settled();
  }

  /** Names are thought over after a moment of rest. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(200);
  }

  async posted<T extends FromMap['type']>(type: T): Promise<readonly Extract<FromMap, { type: T }>[]> {
    const all = await this.page.evaluate(() => window.mapHost.posted);
    return all.filter((message): message is Extract<FromMap, { type: T }> => message.type === type);
  }

  async state(): Promise<unknown> {
    await this.page.waitForTimeout(300);
    return this.page.evaluate(() => window.mapHost.state);
  }

  async violations(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.mapViolations);
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

  /** Rectangles of the names that are shown. */
  async labels(): Promise<readonly { text: string; left: number; top: number; right: number; bottom: number }[]> {
    return this.page.locator('.label:not(.away)').evaluateAll((elements) =>
      elements.map((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return { text: one.textContent, left, top, right, bottom };
      }),
    );
  }

  /** A picture for people, beside the other artefacts of the tests. */
  async picture(name: string): Promise<void> {
    const folder = path.join(repositoryRoot, 'out/e2e/map');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** How the map is opened. */
export interface PageOptions {
  readonly theme?: ThemeFixture;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives. */
  readonly state?: MapSavedState;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

/** Opens the built map behind the real Content Security Policy. Nothing reaches the network. */
export async function openMap(
  browser: Browser,
  files: { readonly script: string; readonly style: string },
  options: PageOptions = {},
): Promise<MapTestPage> {
  const { theme = themeNamed('dark'), width = 900, height = 700, state, media } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  if (media !== undefined) await page.emulateMedia(media);
  const requests: string[] = [];
  const own = new Map([
    ['/', { contentType: 'text/html', body: html }],
    ['/map.js', { contentType: 'text/javascript', body: files.script }],
    ['/map.css', { contentType: 'text/css', body: files.style }],
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
  return new MapTestPage(page, requests);
}

/** Runs in the page before its script: VS Code's API, the theme, and an ear for policy violations. */
function prepareWindow(given: {
  state: unknown;
  variables: Readonly<Record<string, string>>;
  bodyClass: string;
}): void {
  window.mapHost = { posted: [], state: given.state };
  window.mapViolations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.mapViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = given.bodyClass;
    for (const [name, value] of Object.entries(given.variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
  Object.assign(window, {
    acquireVsCodeApi: () =>
      Object.freeze({
        postMessage: (message: FromMap) => window.mapHost.posted.push(structuredClone(message)),
        getState: () => window.mapHost.state,
        setState: (kept: unknown) => {
          window.mapHost.state = structuredClone(kept);
          return kept;
        },
      }),
  });
}
