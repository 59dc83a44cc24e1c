import { expect, test } from 'vitest';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import { KeyClaims } from '../../../../src/core/library/keyClaims.ts';
import { PaperLibrary } from '../../../../src/core/library/paperLibrary.ts';

function claimsIn(files: Readonly<Record<string, string>>): KeyClaims {
  const library = new PaperLibrary();
  for (const [uri, text] of Object.entries(files)) library.setFile(uri, parsePaperFile(uri, text).records);
  library.commit();
  const claims = new KeyClaims();
  for (const step of claims.add(library.papers())) expect(step).toBeUndefined();
  return claims;
}

const entry = (key: string, title: string): string => `@article{${key}, title = {${title}}, author = {Doe, Ann}}\n`;

test('two works with one key, each with its own place', () => {
  const claims = claimsIn({
    'file:///one.bib': entry('doe2020', 'Light on mosses'),
    'file:///two.bib': `\n${entry('doe2020', 'Rivers in winter')}${entry('other', 'Clouds')}`,
  });
  const [first, second, ...rest] = claims.of('doe2020');
  expect(first).toMatchObject({ paper: 'doe2020', title: 'Light on mosses', uri: 'file:///one.bib' });
  expect(second).toMatchObject({ title: 'Rivers in winter', uri: 'file:///two.bib' });
  expect(second?.paper).not.toBe('doe2020');
  expect(second?.range).toEqual({ start: { line: 1, character: 9 }, end: { line: 1, character: 16 } });
  expect(rest).toEqual([]);
  expect(claims.of('other')).toEqual([]);
  expect(claims.of('unknown')).toEqual([]);
});

test('one work in two files is no doubt', () => {
  const claims = claimsIn({
    'file:///one.bib': entry('doe2020', 'Light on mosses'),
    'file:///two.bib': entry('doe2020', 'Light on mosses'),
  });
  expect(claims.of('doe2020')).toEqual([]);
});
