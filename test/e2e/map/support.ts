import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { FromMap, MapSavedState, ToMap } from '../../../src/protocol/mapMessages.ts';
import { repositoryRoot } from '../../support/repositoryRoot.ts';
import { type ThemeFixture, themeNamed } from '../reader/themes.ts';
import { axeViolations, bundleWebview, openWebview, type WebviewFiles } from '../webviewHost.ts';

declare global {
  interface Window {
    /** What the page posted, and the state it kept. */
    mapHost: { posted: FromMap[]; state: unknown };
    mapViolations: string[];
  }
}

/** The map as the extension ships it: one script, one style sheet. */
export function bundleMap(): Promise<WebviewFiles> {
  return bundleWebview('map', 'src/webview/map/main.ts');
}

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
    return axeViolations(this.page);
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
export async function openMap(browser: Browser, files: WebviewFiles, options: PageOptions = {}): Promise<MapTestPage> {
  const { theme = themeNamed('dark'), width = 900, height = 700, state, media } = options;
  const { page, requests } = await openWebview(browser, files, { theme, width, height, state, media });
  return new MapTestPage(page, requests);
}
