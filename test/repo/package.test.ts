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
  // (150 KB), citations in five syntaxes (71 KB), bibliographies read, written and changed in five formats (62 KB) and notes that
  // cannot be lost (51 KB) are the largest parts; 21 KB read the TeX of entries that are compared.
  'dist/extension.js': 685_000,
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
  'dist/preview.js': 4_000,
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
  'media/preview.css',
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

/** What the build writes of the licences of what is in the bundles. */
const noticesFile = 'dist/THIRD_PARTY_NOTICES.txt';

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
    const expected = [...shipped, noticesFile, ...bundles, ...filesBelow('media/csl'), ...filesBelow('media/sample')];
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

describe('third parties', () => {
  let notices = '';

  beforeAll(() => {
    notices = textOf(noticesFile);
  });

  test('every package of a bundle is named with its version, its licence and the text of it', () => {
    const titles = [...notices.matchAll(/^-{80}\n(.+)\n-{80}$/gm)].map(([, title = '']) => title);
    const folders = [
      ...new Set(sourcesOfBundles().flatMap((source) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? [])),
    ];
    expect(folders.length).toBeGreaterThan(20);
    expect(titles).toHaveLength(folders.length + 1);
    for (const folder of folders) {
      const { name, version, license } = packageOf(folder);
      const title = titles.find((found) => found.startsWith(`${name} ${version} (`)) ?? '';
      expect(license).toContain(/\(([\w.-]+)/.exec(title)?.[1]);
      for (const text of licencesIn(folder)) expect(notices).toContain(text);
    }
  });

  test('every dependency is in a bundle, and so among them', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(notices).toContain(`\n${name} ${version} (`);
    }
  });

  test('a package without a licence file has its licence from src/build/notices', () => {
    expect(notices).toMatch(/^saxes \S+ \(ISC\)\n-{80}\n\nThe ISC License\n\nCopyright \(c\) Contributors\n/m);
  });

  test('citation styles and locales, and citeproc-js, are named as they ask for', () => {
    expect(textOf('media/csl/LICENSE')).toContain('Attribution-ShareAlike 3.0 Unported');
    expect(notices).toContain(
      'styles/apa.csl: American Psychological Association 7th edition; authors: Brenton M. Wiernik',
    );
    for (const file of [
      ...shippedLocales.map(localeFile),
      ...Object.keys(shippedStyles).filter(isShippedStyle).map(styleFile),
    ]) {
      expect(notices).toMatch(new RegExp(`^${file.replace('media/csl/', '')}: .*(?:author|translator)s: \\S`, 'm'));
    }
    expect(textOf('dist/citeproc.js')).toMatch(/^\/\* citeproc-js, \(c\) 2009-2019 Frank Bennett, CPAL-1\.0: /);
    expect(notices).toContain('Common Public Attribution License Version 1.0 (CPAL)\n\n1. “Definitions”');
  });

  test('NOTICE is short and says where they are', () => {
    const notice = textOf('NOTICE');
    expect(notice).toContain(noticesFile);
    expect(notice.split('\n').length).toBeLessThan(30);
  });
});

function textOf(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

/** Whether every bundle is there as it is shipped (no source maps), and younger than what it is made of. */
function isBuilt(): boolean {
  if (![...bundles, noticesFile, metafiles].every(isThere) || bundles.some((bundle) => isThere(`${bundle}.map`)))
    return false;
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

/** The sources of which esbuild put something into a bundle, as the build left them in `out/meta`. */
function sourcesOfBundles(): readonly string[] {
  const inputs = v.record(v.string(), v.object({ bytesInOutput: v.number() }));
  const metafile = v.object({ outputs: v.record(v.string(), v.object({ inputs })) });
  return filesBelow(metafiles)
    .flatMap((path) => Object.values(v.parse(metafile, JSON.parse(textOf(path))).outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([source]) => source);
}

function packageOf(folder: string): { readonly name: string; readonly version: string; readonly license: string } {
  const fields = v.object({ name: v.string(), version: v.string(), license: v.string() });
  return v.parse(fields, JSON.parse(textOf(`${folder}/package.json`)));
}

/** The texts of the licences in the folder of a package. */
function licencesIn(folder: string): readonly string[] {
  return ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT.txt']
    .map((file) => join(repositoryRoot, folder, file))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim());
}
