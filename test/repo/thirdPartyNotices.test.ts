import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenLicence } from '../../src/build/chosenLicence.ts';
import { thirdPartyNotices } from '../../src/build/thirdPartyNotices.ts';
import type { Notices } from '../../src/build/thirdPartyNotices.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paperside-notices-'));
  write('csl/styles/plain.csl', style('<rights license="http://creativecommons.org/licenses/by-sa/3.0/">CC</rights>'));
  mkdirSync(join(root, 'texts'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a package is named with version, licence and the text in its folder', () => {
  install(
    'node_modules/@scope/a',
    { version: '1.2.3', license: 'MIT' },
    { 'LICENSE.md': 'Copyright A\r\nMIT text\r\n' },
  );
  const { text, problems } = made({ 'node_modules/@scope/a/index.js': 9 });
  expect(problems).toEqual([]);
  expect(text).toContain(`${'-'.repeat(80)}\n@scope/a 1.2.3 (MIT)\n${'-'.repeat(80)}\n\nCopyright A\nMIT text\n`);
});

test('of a package that is installed twice, each version that is in a bundle is named', () => {
  install('node_modules/b', { version: '2.0.0', license: 'MIT' }, { LICENSE: 'second' });
  install('node_modules/a/node_modules/b', { version: '1.0.0', license: 'ISC' }, { LICENSE: 'first' });
  const { text } = made({ './node_modules/a/node_modules/b/x.js': 1, 'node_modules/b/x.js': 0 });
  expect(text).toContain('b 1.0.0 (ISC)');
  expect(text).not.toContain('b 2.0.0');
});

test('a package without a licence text is a problem, until src/build/notices has it', () => {
  install('node_modules/@scope/a', { version: '1.0.0', license: 'MIT' }, { 'README.md': 'MIT' });
  const bundle = { 'node_modules/@scope/a/index.js': 9 };
  expect(made(bundle).problems).toEqual([expect.stringContaining('@scope/a has no licence text')]);
  write('texts/@scope__a.txt', 'Copyright A');
  expect(made(bundle).problems).toEqual([]);
  expect(made(bundle).text).toContain('Copyright A');
});

test.each(['GPL-3.0-or-later', 'SEE LICENSE IN x', '', undefined])('a package under %j is a problem', (license) => {
  install('node_modules/a', { version: '1.0.0', license }, { LICENSE: 'text' });
  expect(made({ 'node_modules/a/index.js': 9 }).problems).toEqual([
    expect.stringMatching(/^a is under ".*", which src\/build\/chosenLicence\.ts does not allow/),
  ]);
});

test('a text about a package that is in no bundle, and a style without the licence of the project, are problems', () => {
  write('texts/gone.txt', 'Copyright G');
  write('csl/styles/strange.csl', style('<rights>All rights reserved</rights>'));
  expect(made({}).problems).toEqual([
    expect.stringContaining('gone.txt is about a package'),
    expect.stringContaining('styles/strange.csl does not say'),
  ]);
});

test('styles name their authors and contributors', () => {
  expect(made({}).text).toContain("styles/plain.csl: Plain & Simple; authors: Ann O'Neill, Bo; contributors: Cy\n");
});

test.each([
  ['x', 'MIT', 'MIT'],
  ['x', '(MPL-2.0 OR Apache-2.0)', 'Apache-2.0'],
  ['x', '(MIT AND ISC)', 'MIT AND ISC'],
  ['x', 'MIT AND GPL-2.0', undefined],
  ['x', 'GPL-2.0 OR (MIT AND ISC)', '(MIT AND ISC)'],
  ['citeproc', 'CPAL-1.0 OR AGPL-1.0', 'CPAL-1.0'],
  ['x', 'CPAL-1.0 OR AGPL-1.0', undefined],
])('%s under %s is taken under %s', (name, expression, expected) => {
  expect(chosenLicence(name, expression)).toBe(expected);
});

function made(bytes: Readonly<Record<string, number>>): Notices {
  const inputs = Object.fromEntries(Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }]));
  return thirdPartyNotices({
    root,
    metafiles: [{ outputs: { 'dist/a.js': { inputs } } }],
    texts: join(root, 'texts'),
    csl: join(root, 'csl'),
  });
}

function install(
  folder: string,
  fields: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): void {
  const name = folder.replace(/^.*node_modules\//, '');
  write(`${folder}/package.json`, JSON.stringify({ name, ...fields }));
  for (const [file, text] of Object.entries(files)) write(`${folder}/${file}`, text);
}

function style(rights: string): string {
  const people =
    '<author>\n<name>Ann O&apos;Neill</name></author><author><name>Bo</name></author><contributor><name>Cy</name></contributor>';
  return `<style><info><title>Plain &amp; Simple</title>${people}${rights}</info></style>`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
