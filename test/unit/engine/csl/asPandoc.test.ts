import { describe, expect, test } from 'vitest';
import type { CslItem } from '../../../../src/core/bibliography/cslItem.ts';
import { citationInNote } from '../../../../src/core/csl/citationInNote.ts';
import { textOf } from '../../../../src/core/csl/formattedText.ts';
import { authorYear, cite, cluster, formatted, inText, list, notes, shown } from './smallStyles.ts';

// What citeproc would print otherwise than Pandoc, and than CSL says. The whole is compared in test/repo/cslPandoc.test.ts.

const names = (attributes: string) =>
  `<names variable="author"><name and="symbol" name-as-sort-order="all" sort-separator=" " initialize-with="" delimiter=", " ${attributes}/></names>`;
/** The only entry of a list. */
function entryOf(layout: string, work: Partial<CslItem>, more: readonly [attribute: string, part: string] = ['', '']) {
  const text = authorYear
    .replace(/<bibliography>.*<\/bibliography>/s, `<bibliography><layout>${layout}</layout></bibliography>`)
    .replace('class=', `${more[0]} class=`)
    .replace('<citation>', `${more[1]}<citation>`);
  const answer = formatted({
    style: { name: 's', text },
    works: [{ id: 'x', type: 'book', ...work }],
    citations: [cluster(cite('x'))],
  });
  return list(answer)[0]?.[2];
}

test('bodies are joined with other names as the style says', () => {
  const author = [{ family: 'Stone', given: 'Ada' }, { literal: 'van Dyke Group' }];
  expect(entryOf(names('delimiter-precedes-last="always"'), { author })).toBe('Stone A, & van Dyke Group');
  expect(entryOf(names('delimiter-precedes-last="never"'), { author })).toBe('Stone A & van Dyke Group');
});

test('a given name with a hyphen has no initial in small letters', () => {
  const author = [{ family: 'Park', given: 'Min-jun' }];
  expect(entryOf(names(''), { author }, ['initialize-with-hyphen="false"', ''])).toBe('Park M');
  expect(
    entryOf(names(''), { author: [{ family: 'Sol', given: 'Jean-Luc' }] }, ['initialize-with-hyphen="false"', '']),
  ).toBe('Sol JL');
});

test('a double issue has its hyphen where it is a text, and pages their dash', () => {
  const layout = '<group delimiter=" "><text variable="issue"/><text variable="page"/></group>';
  const terms = ['', '<locale><terms><term name="issue">no.</term></terms></locale>'] as const;
  expect(entryOf(layout, { issue: '1-2', page: '3-4' }, terms)).toBe('1-2 3–4');
  expect(entryOf('<number variable="issue"/>', { issue: '1-2' }, terms)).toBe('1–2');
});

test('pages in brackets have their dash, too', () => {
  const citations = [cluster(cite('stone', ', {p. iv, (xv)-(xvii)} there'))];
  expect(shown(formatted({ citations }))[0]).toContain('iv, (xv)–(xvii) there');
});

test('a text that is empty leaves no full stop', () => {
  const layout =
    '<group prefix="1. "><text variable="title"/><group prefix=". "><text value="Two"/></group></group><text value=". "/><text value="; Three . . . four"/>';
  expect(entryOf(layout, {})).toBe('1. Two.; Three . . . four');
});

test('only the same names are replaced in a list', () => {
  const [stone, berg] = [
    { family: 'Stone', given: 'Ada' },
    { family: 'Berg', given: 'Jan' },
  ];
  const works: readonly CslItem[] = [
    { id: 'a', type: 'book', title: 'A', author: [stone] },
    { id: 'b', type: 'book', title: 'B', author: [stone, berg] },
    { id: 'c', type: 'book', title: 'C', author: [stone, berg] },
  ];
  const layout =
    '<names variable="author" suffix=". "><name form="short" et-al-min="2" et-al-use-first="1"/></names><text variable="title"/>';
  const text = authorYear.replace(
    /<bibliography>.*<\/bibliography>/s,
    `<bibliography subsequent-author-substitute="---"><layout>${layout}</layout></bibliography>`,
  );
  const answer = formatted({
    style: { name: 's', text },
    works,
    citations: [cluster(cite('a'), cite('b'), cite('c'))],
  });
  expect(list(answer).map(([, , entry]) => entry)).toEqual(['Stone. A', 'Stone et al. B', '---. C']);
});

const read = (
  citation: Parameters<typeof citationInNote>[0] | undefined,
  place: Partial<Parameters<typeof citationInNote>[1]>,
) => citation && textOf(citationInNote(citation, { inText: false, isFirst: false, endsSentence: false, ...place }));

describe('citations in notes of the document', () => {
  const inNote = { note: 1, inNote: true };
  const { citations } = formatted({
    style: { name: 'n', text: notes },
    citations: [
      { ...cluster(cite('stone', '', 'see')), ...inNote },
      { ...inText(cite('berg')), ...inNote },
      cluster(cite('stone')),
    ],
  });

  test('stand in parentheses, but for the first', () => {
    expect(read(citations[0], {})).toBe('(see Stone, Walls)');
    expect(read(citations[0], { isFirst: true })).toBe('see Stone, Walls.');
  });

  test('follow their author, with a full stop where the sentence ends', () => {
    expect(read(citations[1], { inText: true })).toBe('Berg, Bricks');
    expect(read(citations[1], { inText: true, endsSentence: true })).toBe('Berg, Bricks.');
  });

  test('have a form without full stop where a note has none', () => {
    expect(citations.map(({ bare }) => bare === undefined)).toEqual([false, false, true]);
  });
});
