import { expect, test } from 'vitest';
import { citationAt } from '../../../../src/core/citations/citationAt.ts';
import { syntaxFor } from './allSyntaxes.ts';
import { withCursors } from './support.ts';

test.each([
  ['a.md', 'It |rains [@a].', undefined],
  ['a.md', 'It rains |@ab.', 'ab'],
  ['a.md', 'It rains @|ab.', 'ab'],
  ['a.md', 'It rains @ab|.', 'ab'],
  ['a.md', 'It rains @ab.|', undefined],
  ['a.md', '[see @ab, p|. 3; @c]', undefined],
  ['a.md', '[see @ab; |@c]', 'c'],
  ['a.md', '[see @ab; @c|]', 'c'],
  ['a.md', '@ab [p. 3; -@|c]', 'c'],
  ['a.md', '@{a|b}', 'ab'],
  ['a.md', '[@a and @|b]', 'b'],
  ['a.md', '`@a|b`', undefined],
  ['a.tex', '\\cite{a|,b}', 'a'],
  ['a.tex', '\\cite{a,|b}', 'b'],
  ['a.tex', '\\ci|te{a,b}', undefined],
  ['a.typ', 'As @ab|[p. 3] says', 'ab'],
])('in %s at the cursor of %j is %j', (path, marked, key) => {
  const { text, cursors } = withCursors(marked);
  const scan = syntaxFor(path, text).scan(text);
  expect(citationAt(scan, cursors[0]?.start ?? -1)?.item.key).toBe(key);
});
