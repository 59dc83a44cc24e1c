import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { aptInstall, isDebianRoot } from './aptInstall.ts';
import { withProgress } from './progress.ts';
import { runQuietly, toolScript } from './runProgram.ts';

const programs = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];

/** The usual places of Chromium and its relatives. */
const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', path.join(homedir(), 'Applications')].map((top) => `${top}/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: programs.flatMap((top) =>
    top === undefined
      ? []
      : [
          path.join(top, 'Google/Chrome/Application/chrome.exe'),
          path.join(top, 'Chromium/Application/chrome.exe'),
          path.join(top, 'Microsoft/Edge/Application/msedge.exe'),
        ],
  ),
};

/** An installed Chromium: what `CHROME_PATH` names, else one in a usual place, else Playwright's own; `undefined` when there is none. */
function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  const places = [...(named === undefined ? [] : [named]), ...(usualPlaces[process.platform] ?? [])];
  return [...places, chromium.executablePath()].find((file) => file !== '' && existsSync(file));
}

/** A Chromium, installed first when there is none. Rejects with what to install where that is not possible. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  await withProgress('Installing Chromium by Playwright (once)', () =>
    runQuietly(process.execPath, [toolScript('playwright-core'), 'install', 'chromium']),
  ).catch(() => console.log('Playwright could not download Chromium.'));
  if (findBrowser() === undefined && isDebianRoot()) await aptInstall('chromium');
  const installed = findBrowser();
  if (installed === undefined)
    throw new Error('No Chromium found: install Chromium, Chrome or Edge, or set CHROME_PATH to its program.');
  return installed;
}

/** Opens the browser, which talks to nobody by itself. */
export async function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet];
  return chromium.launch({ executablePath: await ensureBrowser(), args });
}
