import { expect, test } from 'vitest';
import { noteFileName } from '../../../../src/core/notes/noteFileName.ts';
import { renamedNote } from '../../../../src/core/notes/renamedNote.ts';

test.each([
  ['lee2020.md', 'lee2020', 'kim2021', 'kim2021.md'],
  ['@lee2020.md', 'lee2020', 'kim2021', '@kim2021.md'],
  ['@doi_10.1_x.md', 'doi:10.1/x', 'a:b', '@a_b.md'],
  [noteFileName('Lee2020'), 'Lee2020', 'Kim2021', noteFileName('Kim2021')],
  ['Lee2020.md', 'Lee2020', 'Kim2021', 'Kim2021.md'],
  ['My otters.md', 'lee2020', 'kim2021', undefined],
  ['lee2020b.md', 'lee2020', 'kim2021', undefined],
])('the note %s of %s is, with the key %s, %s', (name, from, to, expected) => {
  expect(renamedNote(name, from, to)).toBe(expected);
});
