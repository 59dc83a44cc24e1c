import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { isShippedStyle, localeFile, shippedLocales, shippedStyles, styleFile } from '../../src/core/csl/shippedCsl.ts';
import { manifest } from './support/manifest.ts';
import { filesBelow, repositoryRoot, runTool } from './support/repository.ts';

/** Largest size of each bundle in bytes: what it was when last looked at, and 5 to 15 % more. */
const budgets: Readonly<Record<string, number>> = {
  // 98 KB of it are the YAML parser of front matter, 10 KB the checks of messages; all else is its own code, of which features
  // (130 KB), citations in five syntaxes (71 KB), bibliographies read and written in five formats (49 KB) and notes that cannot
  // be lost (51 KB) are the largest parts; 21 KB read the TeX of entries that are compared.
  'dist/extension.js': 640_000,
  // 190 KB transliterate keys, 98 KB parse YAML, 24 KB XML, 18 KB search what changed; 28 KB are how common words are, for themes;
  // 14 KB ask citeproc and read locators.
  'dist/engineWorker.js': 880_000,
  // citeproc, as it is published. Loaded when something is first formatted.
  'dist/citeproc.js': 400_000,
  // 213 KB draw formulas; 30 KB read abstracts as TeX prints them and draw the page, 9 KB find what a search looks for.
  'dist/reader.js': 300_000,
  // CodeMirror: 300 KB are the editor with undo and search, 45 KB read Markdown. Loaded when the paper is on screen.
  'dist/noteEditor.js': 375_000,
  // 120 KB are Markdown, half of it for links without brackets, 30 KB the sanitiser. Loaded with the first rendered note.
  'dist/noteRenderer.js': 162_000,
  'dist/map.js': 46_000,
  // The extension and the engine, which runs in it where a browser allows no worker.
  'dist/web/extension.js': 1_290_000,
  'dist/web/engineWorker.js': 880_000,
};

/** Everything that is installed at the user's, beside the bundles and the sample. */
const shipped = [
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'media/icon.png',
  'media/icon.svg',
  'media/map.css',
  'media/paperside.svg',
  'media/reader.css',
  'media/readerNote.css',
  'media/screenshot.png',
  'package.json',
];

/** What no bundle may hold: programs started, code made of text, servers. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['child_process', /child_process/],
  ['eval(', /(?<![\w$.])eval\(/],
  ['new Function', /new Function\b|(?<![\w$.])Function\(/],
  ['http.createServer', /\bcreateServer\b/],
  ['a network request', /XMLHttpRequest|\bnode:https?\b|new WebSocket|await fetch\(/],
];

const bundles = Object.keys(budgets);

/** Where the build says what each bundle is made of. */
const metafiles = 'out/meta';

beforeAll(async () => {
  if (isBuilt()) return;
  console.log('dist/ is not what src/ makes: building it.');
  const build = await runTool('node', ['esbuild.mjs'], repositoryRoot);
  expect(build.code, build.stderr).toBe(0);
});

describe('the package', () => {
  test('holds exactly the files of the list', async () => {
    const listed = await runTool('vsce', ['ls', '--no-dependencies'], repositoryRoot);
    expect(listed.code, listed.stderr).toBe(0);
    const files = listed.stdout.split(/\r?\n/).filter((line) => line !== '');
    const expected = [...shipped, ...bundles, ...filesBelow('media/csl'), ...filesBelow('media/sample')];
    expect(files.toSorted()).toEqual(expected.toSorted());
  });

  test('has every citation style and locale that can be chosen, and their licence', () => {
    const styles = Object.keys(shippedStyles).filter(isShippedStyle).map(styleFile);
    const expected = ['media/csl/LICENSE', ...shippedLocales.map(localeFile), ...styles];
    expect(filesBelow('media/csl').toSorted()).toEqual(expected.toSorted());
  });

  test('has the files that package.json starts', () => {
    expect(bundles).toContain(manifest.main.replace('./', ''));
    expect(bundles).toContain(manifest.browser.replace('./', ''));
  });

  test('ships a sample of known files', () => {
    expect(filesBelow('media/sample')).toEqual([
      'media/sample/draft.md',
      'media/sample/notes/refusal-language-models-mediated-wteqb.md',
      'media/sample/notes/self-rag-4h2re.md',
      'media/sample/reading-papers.txt',
      'media/sample/references.bib',
    ]);
  });
});

describe.each(bundles)('%s', (bundle) => {
  test('is within its budget', () => {
    const { size } = statSync(join(repositoryRoot, bundle));
    expect(size).toBeGreaterThan(1000);
    expect(size).toBeLessThanOrEqual(budgets[bundle] ?? 0);
  });

  test.each(forbidden)('holds nowhere %s', (_what, pattern) => {
    const text = textOf(bundle);
    const found = pattern.exec(text);
    expect(found === null ? undefined : text.slice(Math.max(0, found.index - 60), found.index + 60)).toBeUndefined();
  });
});

describe('NOTICE', () => {
  const notice = textOf('NOTICE');

  test('holds the licence of every package that is in a bundle, and of no other', () => {
    const bundled = filesBelow(metafiles)
      .map(textOf)
      .flatMap((text) => [...text.matchAll(/node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map(([, name = '']) => name));
    const titles = [...notice.matchAll(/^-{80}\n(.+)\n-{80}$/gm)].map(([, title = '']) => title);
    expect(titles).toEqual([...new Set(bundled)].toSorted().map(titleOf));
    for (const name of new Set(bundled)) expect(notice).toContain(licenceOf(name));
  });

  test('says what the citation styles and locales, and citeproc-js, say of themselves', () => {
    expect(textOf('media/csl/LICENSE')).toContain('Attribution-ShareAlike 3.0 Unported');
    const files = filesBelow('media/csl').filter((path) => /\.(?:csl|xml)$/.test(path));
    const unlicensed = files.filter(
      (path) => !textOf(path).includes('<rights license="http://creativecommons.org/licenses/by-sa/3.0/">'),
    );
    expect(unlicensed).toEqual([]);
    expect(textOf('dist/citeproc.js')).toMatch(/^\/\* citeproc-js, \(c\) 2009-2019 Frank Bennett, CPAL-1\.0: /);
    expect(notice).toContain('Common Public Attribution License Version 1.0 (CPAL)');
  });

  test('names no dependency that is in no bundle', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(notice).toContain(`\n${name} ${version} (`);
    }
  });
});

function textOf(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

/** Whether every bundle is there as it is shipped (no source maps), and younger than what it is made of. */
function isBuilt(): boolean {
  if (![...bundles, metafiles].every(isThere) || bundles.some((bundle) => isThere(`${bundle}.map`))) return false;
  const sources = [...filesBelow('src'), 'esbuild.mjs', 'package-lock.json'];
  const youngest = Math.max(...sources.map(changedAt));
  return bundles.every((bundle) => changedAt(bundle) >= youngest);
}

function isThere(path: string): boolean {
  return existsSync(join(repositoryRoot, path));
}

function changedAt(path: string): number {
  return statSync(join(repositoryRoot, path)).mtimeMs;
}

/** As NOTICE heads a package. */
function titleOf(name: string): string {
  const text = textOf(`node_modules/${name}/package.json`);
  const { version, license } = v.parse(v.object({ version: v.string(), license: v.string() }), JSON.parse(text));
  return `${name} ${version} (${license})`;
}

/** Packages that are published without the licence file of their repository; NOTICE has it from there. */
const beginningsOfLicences: Readonly<Record<string, string>> = {
  saxes: 'The ISC License\n\nCopyright (c) Contributors\n',
};

/** The text of an installed package's licence, or its beginning. */
function licenceOf(name: string): string {
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT.txt'].map((file) =>
    join(repositoryRoot, 'node_modules', name, file),
  );
  const file = names.find((path) => existsSync(path));
  const text = file === undefined ? beginningsOfLicences[name] : readFileSync(file, 'utf8');
  if (text === undefined) throw new Error(`${name} has no licence file`);
  return text.replaceAll('\r\n', '\n').trim();
}
