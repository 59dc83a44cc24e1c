import { describe, expect, test } from 'vitest';
import { namedStyle } from '../../../../src/core/csl/namedStyle.ts';

describe('the name of a style in metadata', () => {
  test.each([
    ['own.csl', 'own.csl', undefined],
    ['styles/own', 'styles/own.csl', undefined],
    ['apa', 'apa.csl', 'apa'],
    ['apa.CSL', 'apa.CSL', 'apa'],
    // A path says where it is: another style of that name is not what was meant.
    ['styles/apa.csl', 'styles/apa.csl', undefined],
    ['..\\apa.csl', '..\\apa.csl', undefined],
    ['file:///styles/apa.csl', 'file:///styles/apa.csl', undefined],
    ['https://www.zotero.org/styles/ieee', undefined, 'ieee'],
    ['http://www.zotero.org/styles/ieee/', undefined, 'ieee'],
    ['https://raw.example.org/styles/nature.csl?raw=1#top', undefined, 'nature'],
    ['https://www.zotero.org/styles/zoo-biology', undefined, undefined],
    ['https://www.zotero.org/styles/constructor', undefined, undefined],
    ['constructor', 'constructor.csl', undefined],
    ['', '.csl', undefined],
  ])('%s', (written, path, shipped) => {
    expect(namedStyle(written)).toEqual({ path, shipped });
  });
});
