import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import type { ReaderSavedState } from '../../../src/protocol/parseReaderMessage.ts';
import type { FromReader, ReaderNote, ReaderPaper, ToReader } from '../../../src/protocol/readerMessages.ts';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { NoteBox } from '../noteBox.ts';
import { axeViolations, bundleWebview, openWebview, type WebviewFiles } from '../webviewHost.ts';
import { type ThemeFixture, themeNamed } from './themes.ts';

declare global {
  interface Window {
    /** What the page posted, the state it kept, and whether its questions stay without an answer. */
    readerHost: { posted: FromReader[]; state: unknown; deaf: boolean };
    readerViolations: string[];
    /** Set by any script of a hostile text that runs. */
    pwned?: boolean;
  }
}

/** The reader as the extension ships it. */
export function bundleReader(): Promise<WebviewFiles> {
  return bundleWebview('reader', 'src/webview/main.ts', {
    scripts: {
      noteEditor: 'src/webview/note/editorMain.ts',
      noteRenderer: 'src/webview/rendered/rendererMain.ts',
    },
    styles: ['readerNote.css'],
  });
}

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
    // The editor of the note comes after the paper.
    await this.page.locator('.cm-content').waitFor({ state: 'attached' });
  }

  /** The editor of the note. */
  get note(): NoteBox {
    return new NoteBox(this.page);
  }

  /** What the page said, its questions whether the host is there left out. */
  async posted(): Promise<readonly FromReader[]> {
    return this.page.evaluate(() => window.readerHost.posted.filter(({ type }) => type !== 'ping'));
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
    return axeViolations(this.page);
  }

  /** A picture for people, beside the other artefacts of the tests. */
  async picture(name: string, fullPage = true): Promise<void> {
    const folder = path.join(repositoryRoot, 'out/e2e/reader');
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
  files: WebviewFiles,
  options: PageOptions = {},
): Promise<ReaderPage> {
  const { theme = themeNamed('dark'), width = 760, height = 900, state } = options;
  const { page, requests } = await openWebview(browser, files, { theme, width, height, state });
  return new ReaderPage(page, requests);
}
