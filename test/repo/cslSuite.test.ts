import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCase, runCase } from './support/cslSuite.ts';
import { repositoryRoot } from './support/repository.ts';

// Cases in the format of the CSL project's test suite (https://github.com/citation-style-language/test-suite). Those in
// test/fixtures/cslSuite are our own; PAPERSIDE_CSL_SUITE names a folder with others, of which it is counted how many pass.

const own = join(repositoryRoot, 'test/fixtures/cslSuite');
const others = process.env['PAPERSIDE_CSL_SUITE'];

describe('cases of our own', () => {
  test.each(casesOf(own))('%s', (file) => {
    const { ours, expected } = runCase(readCase(readFileSync(join(own, file), 'utf8')));
    expect(expected.length).toBeGreaterThan(0);
    expect(ours).toEqual(expected);
  });
});

describe.runIf(others !== undefined)('other cases', () => {
  test('are counted', () => {
    const folder = others ?? '';
    const files = casesOf(folder);
    const failed = files.filter((file) => !passes(join(folder, file)));
    console.log(`${files.length - failed.length} of ${files.length} cases pass. Not: ${failed.join(', ')}`);
    expect(files.length).toBeGreaterThan(0);
  });
});

function casesOf(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt'));
}

function passes(file: string): boolean {
  try {
    const { ours, expected } = runCase(readCase(readFileSync(file, 'utf8')));
    return JSON.stringify(ours) === JSON.stringify(expected);
  } catch {
    return false;
  }
}
