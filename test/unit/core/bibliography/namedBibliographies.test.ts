import { expect, test } from 'vitest';
import { namedBibliographies } from '../../../../src/core/bibliography/namedBibliographies.ts';

test.each([
  ['pandoc', '\\bibliography{a}', []],
  ['latex', '\\bibliography{a, refs/b}\n\\bibliography{a}', ['a.bib', 'refs/b.bib']],
  [
    'latex',
    '\\addbibresource[location=local]{c.bib}\n% \\addbibresource{d.bib}\n5\\% \\addbibresource{e.f.bib}',
    ['c.bib', 'e.f.bib'],
  ],
  ['latex', '\\bibliography{', []],
  ['typst', '#bibliography("a.bib", style: "ieee")\n// #bibliography("b.bib")', ['a.bib']],
  ['typst', '#show: x.with(b: bibliography(("a.bib", "b.yml"), title: "My a.bib"))', []],
  ['typst', '#bibliography("a.bib")', ['a.bib']],
])('%s %j names %j', (syntax, text, paths) => {
  expect(namedBibliographies(syntax, text)).toEqual(paths);
});
