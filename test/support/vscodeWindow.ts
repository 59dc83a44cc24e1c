import { EventEmitter, once } from 'node:events';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startServer, type ServerOptions, type VscodeServer, type WindowTarget } from './vscodeServer.ts';

/** What a window of VS Code in a headless browser is made of. */
export interface WindowOptions extends ServerOptions, WindowTarget {
  /** Runs Paperside by its `browser` entry in the web extension host, as vscode.dev does. */
  readonly web?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Takes each line that the extension host prints; dropped by default. */
  readonly onHostLine?: (line: string) => void;
}

/** A window of VS Code. */
export interface VscodeWindow {
  readonly page: Page;
  readonly server: VscodeServer;
  /** Resolves to the exit code of a test run; never in a session without tests. */
  readonly exitCode: Promise<number>;
  /** Resolves to what has ended when the server or the browser ends, by itself or by `close`. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** Moves Paperside to the web extension host. The payload's `extensionDevelopmentKind` does not: VS Code in a browser never looks at it (1.139). */
const inWebHost = { 'remote.extensionKind': { 'paperside.paperside': ['web'] } };

/** Opens VS Code in a headless browser, with its own server. */
export async function openWindow(options: WindowOptions): Promise<VscodeWindow> {
  const settings = { ...options.settings, ...(options.web === true ? inWebHost : {}) };
  const server = await startServer({ ...options, settings });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
  };
  try {
    const opened = await launchBrowser();
    browser = opened;
    const context = await opened.newContext({ viewport: options.viewport ?? { width: 1400, height: 900 } });
    const page = await context.newPage();
    const exits = new EventEmitter();
    const exitCode = once(exits, 'exit').then(([code]) => Number(code));
    await page.exposeFunction('codeAutomationExit', (code: number) => exits.emit('exit', code));
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[] = []) =>
      options.onHostLine?.(format(...parts)),
    );
    const ended = new Promise<string>((resolve) => {
      void server.ended.then(() => resolve('the VS Code server'));
      opened.on('disconnected', () => resolve('the browser'));
      page.on('crash', () => resolve('the page'));
    });
    await page.goto(server.url(options));
    return { page, server, exitCode, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}
