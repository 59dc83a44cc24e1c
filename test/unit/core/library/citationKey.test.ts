import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { generatedKey, longerKeys } from '../../../../src/core/library/citationKey.ts';
import { usableFileKey } from '../../../../src/core/library/usableFileKey.ts';
import { contentHash, hashAlphabet, hashLength } from '../../../../src/core/library/contentHash.ts';
import { titleSlug } from '../../../../src/core/library/titleSlug.ts';
import { anyTitle } from './records.ts';

const pandocSimple = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

describe('generated keys', () => {
  // Keys that people have cited: a change here breaks their documents, whatever the reason for it.
  test.each([
    ['AmadeusGPT: a natural language interface for interactive animal behavioral analysis', 'amadeusgpt-dd3i4'],
    ['Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training', 'sleeper-agents-ej3nz'],
    ['Playing repeated games with Large Language Models', 'playing-repeated-games-large-k5cnq'],
    ['Life, uh, Finds a Way: Systematic Neural Search', 'life-uh-finds-way-upzbz'],
    ['深度学习综述：方法', 'shen-du-xue-xi-b6phq'],
    ['Обучение с подкреплением', 'obuchenie-s-podkrepleniem-nk63x'],
    ['', 'paper-b47xt'],
  ])('%s', (title, key) => {
    expect(generatedKey(title)).toBe(key);
  });

  test('valid for Pandoc without braces, short, and the same for the same title', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const key = generatedKey(title);
        expect(key).toMatch(pandocSimple);
        expect(key.length).toBeLessThanOrEqual(46);
        expect(generatedKey(title)).toBe(key);
        for (const longer of longerKeys(title, '10.1/x')) expect(longer).toMatch(pandocSimple);
      }),
    );
  });

  test('a longer key goes on where the short one ends', () => {
    expect(longerKeys('Sleeper Agents', '')[0].startsWith(generatedKey('Sleeper Agents'))).toBe(true);
  });
});

describe('titleSlug', () => {
  test.each([
    ['GPT-4o: Visual perception', 'gpt-4o'],
    ['Is This Real? A Study', 'is-this-real'],
    ['Große Netze – über alles', 'grosse-netze'],
    ['Well-known facts - a list', 'well-known-facts'],
    ["I'm Afraid I Can't Do That: Predicting", 'im-afraid-i-cant'],
    ['On the Theory of the Firm and Its Many Critics', 'theory-firm-its-many'],
    ['$\\alpha$-Divergence for {B}ERT', 'alpha-divergence-for-bert'],
    ['Ἐπιστήμη', 'epistimi'],
    ['🙂🙂', 'paper'],
    ['x'.repeat(90), 'x'.repeat(40)],
    ['Electroencephalography Electrocorticography Magnetoencephalography', 'electroencephalography'],
  ])('%s', (title, slug) => {
    expect(titleSlug(title)).toBe(slug);
  });

  test.each(['Fig', 'tbl', 'SEC', 'eq', 'lst', 'thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr'])(
    'never reads as a cross-reference: %s',
    (prefix) => {
      expect(titleSlug(`${prefix} Trees: a Study`)).toBe(`paper-${prefix.toLowerCase()}-trees`);
      expect(titleSlug(prefix)).toBe(`paper-${prefix.toLowerCase()}`);
    },
  );

  test.each(['con', 'NUL', 'aux', 'PRN', 'com1', 'lpt9'])('never is a device of Windows: %s', (name) => {
    expect(titleSlug(name)).toBe(`paper-${name.toLowerCase()}`);
  });

  test('at most 40 characters with the prefix too', () => {
    expect(titleSlug(`fig ${'a'.repeat(20)} ${'b'.repeat(20)}`)).toBe(`paper-fig-${'a'.repeat(20)}`);
    expect(titleSlug(`con${'n'.repeat(60)}`)).toHaveLength(40);
  });
});

describe('contentHash', () => {
  test('ten characters of an alphabet of 32 without look-alikes', () => {
    expect(new Set(hashAlphabet).size).toBe(32);
    expect(hashAlphabet).not.toMatch(/[01lo]/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(contentHash(text)).toHaveLength(hashLength);
        expect(contentHash(text)).toMatch(/^[2-9a-km-np-z]+$/);
      }),
    );
  });

  test('spreads: no collision of whole hashes in 50,000 texts, few of short ones', () => {
    const hashes = Array.from({ length: 50_000 }, (_, index) => contentHash(`title number ${String(index)}`));
    expect(new Set(hashes).size).toBe(50_000);
    // 50,000 of 2^25: about 37 pairs collide by chance.
    expect(new Set(hashes.map((hash) => hash.slice(0, 5))).size).toBeGreaterThan(49_900);
  });
});

test('keys of files are taken as they are, if they can be cited at all', () => {
  expect(usableFileKey(' DBLP:conf/nips/X17 ')).toBe('DBLP:conf/nips/X17');
  expect(usableFileKey('__proto__')).toBe('__proto__');
  for (const key of [undefined, '', '  ', 'two words', 'a\u0000b', 'k'.repeat(301)]) {
    expect(usableFileKey(key)).toBeUndefined();
  }
});
