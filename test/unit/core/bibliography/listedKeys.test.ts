import { expect, test } from 'vitest';
import { listedKeys } from '../../../../src/core/bibliography/listedKeys.ts';

test.each([
  ['pandoc', '---\ntitle: T\nreferences:\n- id: one\n  title: A\n- id: two\n---\n\nid: three\n', ['one', 'two']],
  ['pandoc', '---\nreferences: []\n---\n', []],
  ['myst', '---\ntitle: T\n---\n\nreferences:\n- id: one\n', undefined],
  ['wiki', 'references:\n- id: one\n', undefined],
  [
    'latex',
    '\\begin{thebibliography}{9}\n\\bibitem{a} A.\n\\bibitem[Doe(2020)]{b:2}B.\n\\bibitem [x]\n {c}\n',
    ['a', 'b:2', 'c'],
  ],
  ['latex', '\\cite{a} \\bibitem', undefined],
  ['typst', '\\bibitem{a}', undefined],
])('%s: %j', (syntax, text, keys) => {
  expect(listedKeys(syntax, text)).toEqual(keys);
});
