import { expect, test } from 'vitest';
import { markIcon } from '../../../../src/core/marks/markIcon.ts';
import { markWords, sameMarks, type PaperMarks } from '../../../../src/core/marks/paperMarks.ts';

const colours = { line: '#111111', accent: '#0000ff' };
const all: readonly PaperMarks[] = (['unread', 'reading', 'read'] as const).flatMap((state) =>
  [false, true].flatMap((noted) => [false, true].map((cited) => ({ noted, cited, state }))),
);

function circle(state: PaperMarks['state']): string | undefined {
  return /<circle [^>]*>/.exec(markIcon({ noted: true, cited: true, state }, colours))?.[0];
}

test('every combination of marks has an icon of its own', () => {
  expect(new Set(all.map((marks) => markIcon(marks, colours))).size).toBe(12);
});

test('an unread paper has a filled dot, one that is being read a ring, one that was read neither', () => {
  expect(circle('unread')).toContain('fill="#0000ff"');
  expect(circle('reading')).toContain('fill="none" stroke="#0000ff"');
  expect(circle('read')).toBeUndefined();
});

test('marks are said in words', () => {
  expect(markWords({ noted: false, cited: false, state: 'read' })).toEqual(['read']);
  expect(markWords({ noted: true, cited: true, state: 'unread' })).toEqual([
    'unread',
    'cited in the document',
    'has a note',
  ]);
});

test('marks are the same when all of them are', () => {
  for (const a of all) for (const b of all) expect(sameMarks(a, b)).toBe(a === b);
});
