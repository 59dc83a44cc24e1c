import { describe, expect, test } from 'vitest';
import { citeWork, isNamedWork, workAt, type ComparedPaper } from '../../../../../src/core/citations/change/workAt.ts';
import { applyEdits } from '../support.ts';
import { syntaxes, type SyntaxName } from '../allSyntaxes.ts';
import { marked } from './support.ts';

const paper: ComparedPaper = {
  key: 'doe2020',
  title: 'Light on Mosses',
  doi: '10.1000/a(1)b',
  arxiv: '2401.00001',
  url: 'https://x.org/mosses/',
};

/** The text with the citation; `-` when nothing is named there, `?` when it is another work. */
function cited(name: SyntaxName, text: string): string {
  const { document, selection } = marked(syntaxes[name], text);
  const work = workAt(document, selection);
  if (work === undefined) return '-';
  if (!isNamedWork(work, paper)) return '?';
  const edit = citeWork(document, work, paper);
  return edit === undefined ? '-' : applyEdits(document.text, [edit]);
}

describe('what a place of a text names becomes a citation', () => {
  test.each<[SyntaxName, string, string]>([
    ['pandoc', 'See |Light on mosses|.', 'See [@doe2020].'],
    ['pandoc', 'See |*Light on Mosses.*|', 'See [@doe2020]'],
    ['pandoc', 'See |Light on lichens|.', '?'],
    ['pandoc', 'See | light|.', '-'],
    ['pandoc', 'See [Light on Mosses|](https://doi.org/10.1000/A(1)B) now.', 'See [@doe2020] now.'],
    ['pandoc', 'See [the |study](https://arxiv.org/abs/2401.00001v2).', 'See the study [@doe2020].'],
    ['pandoc', 'See <https://arxiv.org/pdf/2401.00001|>, there.', 'See [@doe2020], there.'],
    ['pandoc', 'See https://doi.org/10.1000/a(1)b|.', 'See [@doe2020].'],
    ['pandoc', '(see doi:10.1000/a(1)b|)', '(see [@doe2020])'],
    ['pandoc', 'See |arXiv:2401.00001 and', 'See [@doe2020] and'],
    ['pandoc', 'See https://www.x.org/mosses|', 'See [@doe2020]'],
    ['pandoc', 'See https://x.org/other|', '?'],
    ['pandoc', 'No| link https://x.org/mosses', '-'],
    ['pandoc', '[@|a]', '-'],
    ['pandoc', '😀 水 https://x.org/mosses/|', '😀 水 [@doe2020]'],
    ['latex', 'See \\href{https://doi.org/10.1000/a(1)b}{the study|}.', 'See the study \\cite{doe2020}.'],
    ['latex', 'See \\url{https://x.org/mosses|}.', 'See \\cite{doe2020}.'],
    ['typst', 'See #link("https://x.org/mosses")[Light| on mosses].', 'See @doe2020.'],
    ['myst', '{cite:p}`a` https://x.org/mosses|', '{cite:p}`a` {cite:p}`doe2020`'],
    ['wiki', '[[@a]] https://x.org/mosses|', '[[@a]] [[@doe2020]]'],
  ])('%s: %s', (name, text, expected) => {
    expect(cited(name, text)).toBe(expected);
  });

  test('a line of a megabyte takes no longer', () => {
    const line = `${'https://x.org/'.repeat(70_000)}|`;
    const started = performance.now();
    cited('pandoc', line);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
