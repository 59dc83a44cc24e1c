import { expect, test } from 'vitest';
import { cardOfWork } from '../../../../src/core/preview/workCard.ts';

test('a work without authors is that of its editors; bodies have their whole name', () => {
  const book = {
    id: 'a',
    type: 'book',
    editor: [{ literal: 'Society of Moss' }, { family: 'Stone', given: 'Ada' }],
    issued: { 'date-parts': [[2001]] as const },
    'container-title': 'Walls',
  };
  expect(cardOfWork(book)).toEqual({ title: '', byline: 'Society of Moss and Stone, 2001 · Walls', abstract: '' });
});

test('a card has no parts that nothing is known of, and long texts end early', () => {
  const work = { id: 'a', type: 'book', title: 't'.repeat(100_000), abstract: 'x'.repeat(100_000) };
  const { title, byline, abstract } = cardOfWork(work);
  expect(title).toMatch(/^t{299}…$/);
  expect(byline).toBe('');
  expect(abstract).toMatch(/^x{1499}…$/);
});
