import { expect, test } from 'vitest';
import { syntaxOf } from '../../../../src/core/citations/syntaxes.ts';
import { findMarkedList, markedList } from '../../../../src/core/referenceList/markedList.ts';
import { findListPlace, hasListPlace, listMark, namesListFile } from '../../../../src/core/referenceList/listPlace.ts';
import { planListInsert } from '../../../../src/core/referenceList/planListInsert.ts';

const cursor = '|';

function read(marked: string, path: string) {
  const text = marked.replace(cursor, '');
  const syntax = syntaxOf(path);
  if (syntax === undefined) throw new Error(path);
  return { syntax: syntax.id, text, scan: syntax.scan(text) };
}

function inserted(marked: string, path = 'a.md', list = 'LIST', lineEnd = '\n'): string {
  const { text, scan } = read(marked, path);
  const edit = planListInsert({ text, scan }, Math.max(0, marked.indexOf(cursor)), list, lineEnd);
  expect(edit.start).toBe(edit.end);
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test.each([
  ['', 'LIST\n'],
  ['One|', 'One\n\nLIST\n'],
  ['O|ne\ntwo\n\nthree\n', 'One\ntwo\n\nLIST\n\nthree\n'],
  ['One\n\n|\n\nthree\n', 'One\n\nLIST\n\nthree\n'],
  ['One\n|\nthree\n', 'One\n\nLIST\n\nthree\n'],
  ['O|ne\n\n# References\n', 'One\n\n# References\n\nLIST\n'],
  ['O|ne\n\nReferences\n==========', 'One\n\nReferences\n==========\n\nLIST\n'],
  ['# A\n\nO|ne\n\n# B\n\nx\n', '# A\n\nOne\n\nLIST\n\n# B\n\nx\n'],
  ['---\nti|tle: x\n---\n\nOne\n', '---\ntitle: x\n---\n\nLIST\n\nOne\n'],
  ['One\n\n```\na\n|\nb\n```\n\nTwo\n', 'One\n\n```\na\n\nb\n```\n\nLIST\n\nTwo\n'],
])('%j becomes %j', (before, after) => {
  expect(inserted(before)).toBe(after);
});

test('line ends are those of the text', () => {
  expect(inserted('O|ne\r\n\r\nTwo\r\n', 'a.md', 'L', '\r\n')).toBe('One\r\n\r\nL\r\n\r\nTwo\r\n');
});

test('LaTeX has it inside of the document', () => {
  const text = '\\documentclass{article}\n|\n\\begin{document}\nOne.\n\\end{document}\n';
  const expected = '\\documentclass{article}\n\n\\begin{document}\nOne.\n\nLIST\n\n\\end{document}\n';
  expect(inserted(text, 'a.tex')).toBe(expected);
  expect(inserted('\\section{A}\nO|ne.\n\n\\section{B}\ntwo\n', 'a.tex')).toBe(
    '\\section{A}\nOne.\n\nLIST\n\n\\section{B}\ntwo\n',
  );
});

test.each([
  ['a.md', 'x', '::: {#refs}\n:::'],
  ['a.tex', '\\usepackage[style=apa]{biblatex}', '\\printbibliography'],
  ['a.tex', '\\usepackage{natbib}', '\\bibliographystyle{plainnat}\n\\bibliography{lit/refs}'],
  ['a.tex', '\\bibliographystyle{acm}\\cite{a}', '\\bibliography{lit/refs}'],
  ['a.typ', '@a', '#bibliography("lit/refs.bib")'],
  ['a.myst', 'x', '```{bibliography}\n```'],
])('%s with %j is given %j, and has it then', (path, text, expected) => {
  const document = read(text, path);
  expect(findListPlace(document.syntax, document)).toBeUndefined();
  expect(listMark(document.syntax, document, 'lit/refs.bib', '\n')).toBe(expected);
  const after = read(`${text}\n\n${expected}\n`, path);
  const found = findListPlace(after.syntax, after);
  expect(
    found && after.text.slice(found.start).startsWith(expected.split('\n').at(path.endsWith('tex') ? -1 : 0) ?? ''),
  ).toBe(true);
  expect(namesListFile(document.syntax)).toBe(path.endsWith('tex') || path.endsWith('typ'));
});

test.each([
  ['a.md', '```\n::: {#refs}\n:::\n```\n'],
  ['a.md', '::: {#refs-old}\n:::\n'],
  ['a.tex', '% \\printbibliography\n\\bibliographystyle{x}'],
  ['a.typ', '// #bibliography("a.bib")\n'],
  ['a.myst', '````\n```{bibliography}\n```\n````\n'],
])('in %s %j is none', (path, text) => {
  const document = read(text, path);
  expect(findListPlace(document.syntax, document)).toBeUndefined();
});

test('a place that is there is found, also as an element', () => {
  for (const text of ['# R\n\n::: {#refs .x}\n:::\n', '<div id="refs">\n</div>\n', '> :::: {.y #refs}\n']) {
    const document = read(text, 'a.md');
    expect(findListPlace('pandoc', document)).toBeDefined();
  }
  expect([hasListPlace('wiki'), listMark('wiki', read('', 'a.md'), '', '\n')]).toEqual([false, '']);
});

test('a list as text is found by its marks again, not in code', () => {
  const list = markedList(['One.', 'Two.'], '\n');
  expect(list).toBe('<!-- references -->\n\nOne.\n\nTwo.\n\n<!-- /references -->');
  const text = `\`\`\`\n${list}\n\`\`\`\n\nx\n\n  ${list}\n\ny\n`;
  const found = findMarkedList(text, read(text, 'a.md').scan.opaque);
  expect(found && text.slice(0, found.start)).toBe(text.slice(0, text.lastIndexOf('<!-- references')));
  expect(found && text.slice(found.start, found.end)).toBe(list);
  expect(findMarkedList('<!-- references -->\n\nx', [])).toBeUndefined();
});
