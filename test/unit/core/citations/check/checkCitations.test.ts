import { describe, expect, test } from 'vitest';
import {
  checkCitations,
  unknownKeysIn,
  type BibliographyFacts,
  type CheckedDocument,
} from '../../../../../src/core/citations/check/checkCitations.ts';
import { citedKeysIn } from '../../../../../src/core/citations/check/citedKeys.ts';
import { findingCodes, type FindingCode } from '../../../../../src/core/citations/check/finding.ts';
import type { KeyFacts } from '../../../../../src/core/citations/check/keyFacts.ts';
import { latexSyntax } from '../../../../../src/core/citations/latex/latexSyntax.ts';
import { pandocSyntax } from '../../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { typstSyntax } from '../../../../../src/core/citations/typst/typstSyntax.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function paper(key: string, more: Partial<KeyFacts['paper'] & object> = {}): KeyFacts {
  return {
    key,
    paper: { key, aliases: [], title: `On ${key}`, entries: [], retraction: undefined, ...more },
    claims: [],
  };
}

function claim(of: string, uri: string): KeyFacts['claims'][number] {
  return { paper: of, title: `On ${of}`, uri, range };
}

function bibliography(keys: readonly string[], more: Partial<BibliographyFacts> = {}): BibliographyFacts {
  const has = (key: string): boolean => keys.includes(key);
  return { name: 'refs.bib', uris: ['file:///refs.bib'], isNamed: true, isPartial: false, has, ...more };
}

function documentOf(text: string, more: Partial<CheckedDocument> = {}, syntax = pandocSyntax): CheckedDocument {
  return {
    citations: citedKeysIn(text, syntax),
    facts: new Map(),
    bibliography: undefined,
    isComplete: true,
    enabled: new Set(findingCodes),
    isIgnored: () => false,
    ...more,
  };
}

function known(...all: readonly KeyFacts[]): Pick<CheckedDocument, 'facts'> {
  return { facts: new Map(all.map((one) => [one.key, one])) };
}

/** One line a finding: where it is in a text of one line, its code, its message. */
function found(document: CheckedDocument, near: Readonly<Record<string, readonly string[]>> = {}): readonly string[] {
  return checkCitations(document, new Map(Object.entries(near))).map(
    ({ code, range: { start, end }, message }) => `${start.character}-${end.character} ${code}: ${message}`,
  );
}

describe('an unknown key', () => {
  test('is told with what may be meant', () => {
    const document = documentOf('See [@smth2020].');
    expect(unknownKeysIn(document)).toEqual(['smth2020']);
    expect(found(document, { smth2020: ['smith2020', 'smithe2020'] })).toEqual([
      '6-14 unknown-key: No paper has the key "smth2020". Did you mean "smith2020"?',
    ]);
    const [finding] = checkCitations(document, new Map([['smth2020', ['smith2020', 'smithe2020']]]));
    expect(finding?.instead).toEqual(['smith2020', 'smithe2020']);
  });

  test('at each of its places, looked for once', () => {
    const document = documentOf('[@x] [@y; @x]');
    expect(unknownKeysIn(document)).toEqual(['x', 'y']);
    expect(found(document)).toEqual([
      '2-3 unknown-key: No paper has the key "x".',
      '7-8 unknown-key: No paper has the key "y".',
      '11-12 unknown-key: No paper has the key "x".',
    ]);
  });

  test.each([
    ['a key of the library', documentOf('[@a]', known(paper('a')))],
    [
      'a key of the bibliography that the library does not read',
      documentOf('[@a]', { bibliography: bibliography(['a']) }),
    ],
    ['an ignored key', documentOf('[@a]', { isIgnored: (key) => key === 'a' })],
    ['a cross-reference', documentOf('[@fig-a; @tbl:b]')],
    ['anything while the library is read, or without paper files', documentOf('[@a]', { isComplete: false })],
    ['anything when it is off', documentOf('[@a]', { enabled: new Set<FindingCode>(['duplicate-key']) })],
    [
      'anything when the bibliography could not be read',
      documentOf('[@a]', { bibliography: bibliography([], { isPartial: true }) }),
    ],
    ['a label of Typst', documentOf('@intro and @a[p. 3]', {}, typstSyntax)],
  ])('is not %s', (_name, document) => {
    expect(unknownKeysIn(document)).toEqual([]);
    expect(found(document)).toEqual([]);
  });

  test('in a call of Typst’s cite it is one', () => {
    expect(found(documentOf('#cite(<a>)', {}, typstSyntax))).toEqual(['7-8 unknown-key: No paper has the key "a".']);
  });

  test('in LaTeX', () => {
    expect(found(documentOf('\\citep[see][3]{a,b}', known(paper('a')), latexSyntax))).toEqual([
      '17-18 unknown-key: No paper has the key "b".',
    ]);
  });
});

describe('a name after @ in a sentence', () => {
  test('may be a person where nothing else cites', () => {
    expect(found(documentOf('Thanks to @octocat and @hubot.'), { hubot: ['hubotics2020'] })).toEqual([]);
  });

  test('is a slip when a key is that near', () => {
    expect(found(documentOf('As @smth2020 shows.'), { smth2020: ['Smith2020'] })).toEqual([
      '4-12 unknown-key: No paper has the key "smth2020". Did you mean "Smith2020"?',
    ]);
  });

  test.each([
    ['a known key', documentOf('@a and @b.', known(paper('a')))],
    ['a bibliography in its front matter', documentOf('It is @b.', { bibliography: bibliography([]) })],
    ['brackets', documentOf('[@a] @b.', known(paper('a')))],
  ])('is a citation where there is %s', (_name, document) => {
    expect(found(document).filter((line) => line.includes('unknown-key: No paper has the key "b".'))).toHaveLength(1);
  });
});

describe('one key twice', () => {
  test('in a cluster', () => {
    expect(found(documentOf('[@a; @b; @a]', known(paper('a'), paper('b'))))).toEqual([
      '10-11 duplicate-key: "a" is cited twice here: one of them is enough.',
    ]);
  });

  test('in the bibliography of the document, for two papers', () => {
    const facts = { ...paper('a'), claims: [claim('a', 'file:///refs.bib'), claim('a-2', 'file:///refs.bib')] };
    const document = documentOf('[@a]', { ...known(facts), bibliography: bibliography(['a']) });
    expect(found(document)).toEqual([
      '2-3 duplicate-key: refs.bib has 2 papers with the key "a": give one of them another key.',
    ]);
    expect(checkCitations(document, new Map())[0]?.instead).toEqual(['a-2']);
  });
});

describe('a key of several papers', () => {
  const several = { ...paper('a'), claims: [claim('a', 'file:///one.bib'), claim('a-2', 'file:///two.bib')] };

  test('is told with both', () => {
    const [finding] = checkCitations(documentOf('[@a]', known(several)), new Map());
    expect(finding).toMatchObject({ code: 'ambiguous-key', instead: ['a-2'] });
    expect(finding?.message).toBe(
      '"a" is the key of 2 papers, "On a" and "On a-2": cite the one you mean by a key of its own.',
    );
    expect(finding?.claims.map(({ uri }) => uri)).toEqual(['file:///one.bib', 'file:///two.bib']);
  });

  test('is clear where the bibliography of the document has the same paper as the library', () => {
    const clear = bibliography(['a'], { uris: ['file:///one.bib'] });
    expect(found(documentOf('[@a]', { ...known(several), bibliography: clear }))).toEqual([]);
    const other = bibliography(['a'], { uris: ['file:///two.bib'] });
    expect(found(documentOf('[@a]', { ...known(several), bibliography: other }))).toHaveLength(1);
  });
});

describe('an entry that the bibliography lacks', () => {
  test('of a paper of the library', () => {
    const document = documentOf('[@a; @b]', { ...known(paper('a'), paper('b')), bibliography: bibliography(['b']) });
    expect(found(document)).toEqual([
      '2-3 missing-entry: refs.bib has no entry for "On a": add it, so that the citation is resolved.',
    ]);
  });

  test('of a paper that it has under another key', () => {
    const document = documentOf('[@a]', {
      ...known(paper('a', { key: 'own', aliases: ['a', 'doe2020'] })),
      bibliography: bibliography(['doe2020']),
    });
    expect(found(document)).toEqual([
      '2-3 missing-entry: refs.bib has "On a" under the key "doe2020": cite it by that one.',
    ]);
    expect(checkCitations(document, new Map())[0]?.instead).toEqual(['doe2020']);
  });

  test.each([
    ['without a bibliography', undefined],
    ['when it could not be read', bibliography([], { isPartial: true })],
  ])('is not told %s', (_name, given) => {
    expect(found(documentOf('[@a]', { ...known(paper('a')), bibliography: given }))).toEqual([]);
  });

  test('nor of a cross-reference', () => {
    expect(found(documentOf('@fig-a', { ...known(paper('fig-a')), bibliography: bibliography([]) }))).toEqual([]);
  });
});

test('a retracted paper', () => {
  expect(found(documentOf('[@a]', known(paper('a', { retraction: 'retracted' }))))).toEqual([
    '2-3 retracted-paper: "On a" was retracted: check whether you want to cite it.',
  ]);
  const off = new Set<FindingCode>(['unknown-key']);
  expect(found(documentOf('[@a]', { ...known(paper('a', { retraction: 'withdrawn' })), enabled: off }))).toEqual([]);
});
