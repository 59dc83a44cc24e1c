import { expect, test } from 'vitest';
import { htmlList, plainList } from '../../../../src/core/csl/referenceList.ts';

const walls = {
  keys: ['a'],
  label: [{ text: '[1] ' }],
  text: [{ text: 'Walls & ' }, { text: 'Sons', italic: true as const }],
};
const bricks = { keys: ['b'], label: [], text: [{ text: 'Bricks.\n<b>Note</b>' }] };

test('a list of references is lines of text, or paragraphs of HTML', () => {
  expect(plainList([walls, bricks])).toBe('[1] Walls & Sons\nBricks.\n<b>Note</b>');
  expect(htmlList([walls, bricks])).toBe(
    '<p>[1] Walls &amp; <i>Sons</i></p>\n<p>Bricks.<br>&lt;b&gt;Note&lt;/b&gt;</p>',
  );
});

test('one reference has no number', () => {
  expect(plainList([walls])).toBe('Walls & Sons');
  expect(htmlList([walls])).toBe('<p>Walls &amp; <i>Sons</i></p>');
  expect([plainList([]), htmlList([])]).toEqual(['', '']);
});
