import { describe, expect, test } from 'vitest';
import {
  bibliographyCandidates,
  chooseBibliography,
  relativePath,
  resolvePath,
} from '../../../../src/core/bibliography/chooseBibliography.ts';
import { readFrontMatter, type FrontMatter } from '../../../../src/core/bibliography/frontMatter.ts';
import { layeredMetadata } from '../../../../src/core/bibliography/layeredMetadata.ts';

function choose(bibliography: string, existing: readonly string[], folder = '/ws/a/b', root = '/ws') {
  const frontMatter = readFrontMatter(bibliography === '' ? '' : `---\nbibliography: ${bibliography}\n---\n`);
  return chooseBibliography({ frontMatter, named: namedIn(frontMatter, folder), folder, root, existing });
}

function namedIn(metadata: FrontMatter, folder: string): readonly string[] {
  return layeredMetadata([{ metadata, folder, joins: 'never' }]).bibliography;
}

describe('chooseBibliography', () => {
  test.each([
    ['x.bib', [], { kind: 'file', path: '/ws/a/b/x.bib', exists: false, addToFrontMatter: undefined }],
    [
      '[x.yaml, y.bib, ../z.json]',
      ['/ws/a/z.json'],
      { kind: 'file', path: '/ws/a/z.json', exists: true, addToFrontMatter: undefined },
    ],
    ['[x.yaml, y.bib]', [], { kind: 'file', path: '/ws/a/b/y.bib', exists: false, addToFrontMatter: undefined }],
    ['../../../out/x.bib', [], { kind: 'file', path: '/out/x.bib', exists: false, addToFrontMatter: undefined }],
    ['/abs/x.bib', [], { kind: 'file', path: '/abs/x.bib', exists: false, addToFrontMatter: undefined }],
    [
      'https://x.org/a.bib',
      [],
      { kind: 'file', path: '/ws/a/b/references.bib', exists: false, addToFrontMatter: 'references.bib' },
    ],
    [
      '',
      ['/ws/references.bib', '/references.bib'],
      { kind: 'file', path: '/ws/references.bib', exists: true, addToFrontMatter: '../../references.bib' },
    ],
    [
      '',
      ['/ws/a/references.bib', '/ws/references.bib'],
      { kind: 'file', path: '/ws/a/references.bib', exists: true, addToFrontMatter: '../references.bib' },
    ],
    [
      '',
      ['/references.bib'],
      { kind: 'file', path: '/ws/a/b/references.bib', exists: false, addToFrontMatter: 'references.bib' },
    ],
  ])('%j with %j', (named, existing, expected) => {
    expect(choose(named, existing)).toEqual(expected);
  });

  test('a document outside the root looks beside itself only; relative paths work too', () => {
    expect(choose('', ['/references.bib', '/ws/references.bib'], '/other')).toMatchObject({
      path: '/other/references.bib',
    });
    expect(choose('', ['/wsx/references.bib'], '/wsx/a')).toMatchObject({ exists: false });
    expect(choose('[a', [])).toMatchObject({ kind: 'unsupported' });
    expect(choose('', ['references.bib'], 'a/b', '')).toEqual({
      kind: 'file',
      path: 'references.bib',
      exists: true,
      addToFrontMatter: '../../references.bib',
    });
  });

  test('names what it wants to know', () => {
    const frontMatter = readFrontMatter('---\nbibliography: [x.bib, y.ris]\n---\n');
    expect(
      bibliographyCandidates({ frontMatter, named: namedIn(frontMatter, '/ws/a'), folder: '/ws/a', root: '/ws' }),
    ).toEqual(['/ws/a/x.bib', '/ws/a/references.bib', '/ws/references.bib']);
  });
});

test('paths', () => {
  expect(resolvePath('/a', 'C:\\x\\r.bib')).toBe('/C:/x/r.bib');
  expect(resolvePath('a', '../../r.bib')).toBe('../r.bib');
  expect(resolvePath('/a', '../../r.bib')).toBe('/r.bib');
  expect(relativePath('/a/b', '/a/c/r.bib')).toBe('../c/r.bib');
});
