import { EventEmitter, once } from 'node:events';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startServer, type ServerOptions, type VscodeServer, type WindowTarget } from './vscodeServer.ts';

/** What a window of VS Code in a headless browser is made of. */
export interface WindowOptions extends ServerOptions, WindowTarget {
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
  close(): Promise<void>;
}

/** Opens VS Code in a headless browser, with its own server. */
export async function openWindow(options: WindowOptions): Promise<VscodeWindow> {
  const server = await startServer(options);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: options.viewport ?? { width: 1400, height: 900 } });
    const page = await context.newPage();
    const exits = new EventEmitter();
    const exitCode = once(exits, 'exit').then(([code]) => Number(code));
    await page.exposeFunction('codeAutomationExit', (code: number) => exits.emit('exit', code));
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[] = []) =>
      options.onHostLine?.(format(...parts)),
    );
    await page.goto(server.url(options));
    return { page, server, exitCode, close };
  } catch (error) {
    await close();
    throw error;
  }
}
