import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, repositoryRoot } from './support/repository.ts';

const sources = ['src', 'test'].flatMap(filesBelow).filter((path) => /\.[cm]?[jt]sx?$/.test(path));

/** Written so that this file does not match itself. */
const unwanted: readonly (readonly [string, RegExp])[] = [
  ['a test that keeps the others from running', /\b(?:test|it|describe|suite)\.only\b/],
  ['a test that never runs', /\b(?:(?:test|it|describe|suite)\.(?:skip|todo)\b|x(?:it|describe)\()/],
  ['a switched-off type check', /@ts-(?:ignore|nocheck|expect-error)/],
  ['a switched-off lint rule', /(?:oxlint|eslint)-(?:disable|ignore)|prettier-(?:ignore)/],
  ['something left to do', /\b(?:TO)DO\b|\b(?:FIX)ME\b|\b(?:X)XX\b/],
  ['a forgotten breakpoint', /^\s*debugger;?\s*$/m],
];

const allowedAtTop = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'esbuild.mjs',
  'knip.json',
  'src',
  'media',
  'test',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'l10n',
]);

/** Made by tools and ignored by git. */
const generatedAtTop = new Set(['node_modules', 'dist', 'out']);

describe('source files', () => {
  test('are found', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  test.each(unwanted)('hold nowhere %s', (_what, pattern) => {
    const found = sources.flatMap((path) =>
      linesOf(path)
        .map((line, index) => ({ line, place: `${path}:${String(index + 1)}` }))
        .filter(({ line }) => pattern.test(line))
        .map(({ line, place }) => `${place}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test('are small: the median is under 100 lines', () => {
    const sizes = sources
      .filter((path) => path.startsWith('src/'))
      .map((path) => linesOf(path).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(100);
  });
});

describe('the top of the repository', () => {
  test('holds only what belongs there', () => {
    const names = readdirSync(repositoryRoot).filter((name) => !generatedAtTop.has(name) && !name.endsWith('.vsix'));
    const strange = names.filter(
      (name) => !name.startsWith('.') && !allowedAtTop.has(name) && !/^package\.nls(?:\.[\w-]+)?\.json$/.test(name),
    );
    expect(strange).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s names no file that is missing', (document) => {
    // What stands in code shows how something is written, and is no link.
    const text = readFileSync(join(repositoryRoot, document), 'utf8').replace(/(`+)(?:(?!\1)[^])*?\1/g, '');
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(([, target = '']) => target);
    const missing = targets.filter((target) => !exists(target));
    expect(missing).toEqual([]);
  });
});

function linesOf(path: string): readonly string[] {
  return readFileSync(join(repositoryRoot, path), 'utf8').split('\n');
}

function exists(path: string): boolean {
  const [folder, name] = [join(repositoryRoot, path, '..'), path.split('/').at(-1) ?? ''];
  try {
    return readdirSync(folder).includes(name);
  } catch {
    return false;
  }
}
