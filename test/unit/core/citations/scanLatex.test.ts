import { describe, expect, test } from 'vitest';
import { scanLatex } from '../../../../src/core/citations/latex/scanLatex.ts';
import { checkLinear, checkProperties, found, keysOf } from './syntaxSupport.ts';

describe('LaTeX', () => {
  test.each([
    ['\\cite{a}', '\\cite{a} = <a>'],
    ['As \\citet{a} says', '\\citet{a} = ^<a>'],
    ['\\citep[p.~3]{a}', '\\citep[p.~3]{a} = <a>p.~3'],
    ['\\citep[see][p.~3]{a,b}', '\\citep[see][p.~3]{a,b} = see<a> <b>p.~3'],
    ['\\citep[see][]{a}', '\\citep[see][]{a} = see<a>'],
    ['\\citet*{a}', '\\citet*{a} = ^<a>'],
    ['\\Citet{a} \\Citep{b}', '\\Citet{a} = ^<a>', '\\Citep{b} = <b>'],
    ['\\parencite*{a}', '\\parencite*{a} = -<a>'],
    ['\\autocite*[p. 3]{a}', '\\autocite*[p. 3]{a} = -<a>p. 3'],
    ['\\textcite{a}\\footcite{b}\\Autocite{c}\\smartcite{d}\\supercite{e}'].concat([
      '\\textcite{a} = ^<a>',
      '\\footcite{b} = <b>',
      '\\Autocite{c} = <c>',
      '\\smartcite{d} = <d>',
      '\\supercite{e} = <e>',
    ]),
    ['\\citeauthor{a} (\\citeyear{a})', '\\citeauthor{a} = ^<a>', '\\citeyear{a} = -<a>'],
    ['\\citeyearpar{a} \\citedate*{b}', '\\citeyearpar{a} = -<a>', '\\citedate*{b} = -<b>'],
    ['\\nocite{a, b}', '\\nocite{a, b} = *<a> *<b>'],
    ['\\autocites[see][3]{a}[4]{b}{c}', '\\autocites[see][3]{a}[4]{b}{c} = see<a>3 <b>4 <c>'],
    ['\\cites(see)(and more)[in][]{a}[5]{b} end', '\\cites(see)(and more)[in][]{a}[5]{b} = see in<a> <b>5 and more'],
    ['\\volcite[see]{2}[45]{a}', '\\volcite[see]{2}[45]{a} = see<a>2, 45'],
    ['\\citeA<see>[p. 3]{a}', '\\citeA<see>[p. 3]{a} = see^<a>p. 3'],
    ['\\textcquote[3]{a}{quoted}', '\\textcquote[3]{a} = ^<a>3'],
    ['\\mycite{a}', '\\mycite{a} = <a>'],
    ['\\cite [3]\n  {a ,\n\tb%, not c\n,d}', '\\cite [3]\n  {a ,\n\tb%, not c\n,d} = <a> <b> <d>3'],
    ['\\cite% why\n{a}', '\\cite% why\n{a} = <a>'],
    ['\\cite[{[x]}][\\textbf{]} y]{a}', '\\cite[{[x]}][\\textbf{]} y]{a} = {[x]}<a>\\textbf{]} y'],
    [
      '\\cite{DBLP:conf/a-b+c_d.2020,müller²}',
      '\\cite{DBLP:conf/a-b+c_d.2020,müller²} = <DBLP:conf/a-b+c_d.2020> <müller²>',
    ],
    ['\\footcite[see \\cite{b}]{a}', '\\footcite[see \\cite{b}]{a} = <a>see \\cite{b}', '\\cite{b} = <b>'],
    ['$x \\overset{\\cite{a}}{=} y$', '\\cite{a} = <a>'],
    ['50\\% of \\cite{a} % \\cite{b}', '\\cite{a} = <a>'],
    ['\\\\\\cite{a}', '\\cite{a} = <a>'],
    ['😀e\u0301\\cite{a}', '\\cite{a} = <a>'],
    ['\\url{http://x.y/%20z} \\cite{a}', '\\cite{a} = <a>'],
    ['\\verb|\\cite{b}| \\cite{a} \\verb*+%+ \\cite{c}', '\\cite{a} = <a>', '\\cite{c} = <c>'],
    ['\\lstinline[language=C]{\\cite{}} \\cite{a} \\mintinline{tex}|\\cite{b}|', '\\cite{a} = <a>'],
    ['\\begin{verbatim}\n\\cite{b}\n\\end{verbatim}\\cite{a}', '\\cite{a} = <a>'],
    ['\\begin{minted}[x=y]{tex}\n\\cite{b}\n\\end{minted}\n\\cite{a}', '\\cite{a} = <a>'],
    ['\\begin{comment}\\cite{b}\\end{comment} \\begin{quote}\\cite{a}\\end{quote}', '\\cite{a} = <a>'],
    ['\\cite{a}\\end{document}\\cite{b}', '\\cite{a} = <a>'],
  ])('%j', (text, ...expected) => {
    expect(found(scanLatex, text)).toEqual(expected);
  });

  test.each([
    ['no argument', '\\cite \\cite a \\cite'],
    ['no keys', '\\cite{} \\cite{ , } \\nocite{*}'],
    ['a definition', '\\newcommand{\\mine}[1]{\\citep{#1}} \\let\\oldcite\\cite \\renewcommand{\\citep}{x}'],
    [
      'settings',
      '\\setcitestyle{authoryear} \\citestyle{apa} \\defcitealias{a}{b} \\AtEveryCite{x} \\ifciteseen{a}{b}',
    ],
    ['text', '\\citetext{see elsewhere} \\bibcite{a}{1} \\newcites{a}{b}'],
    ['other commands', '\\ref{a} \\label{b} \\bibitem{c}'],
    ['unclosed', '\\cite{a'],
    ['unclosed note', '\\cite[a{b}'],
    ['a blank line in it', '\\cite{a,\n\nb} \\cite\n\n{a} \\cite[x\n \n]{a}'],
    ['white space in a key', '\\cite{a b}'],
    ['a comment', '% \\cite{a}\r\n%\\cite{b}'],
    ['an unclosed environment', '\\begin{lstlisting}\n\\cite{a}'],
    ['@', '@a [@b] a@b.c'],
  ])('cites nothing: %s', (_name, text) => {
    expect(found(scanLatex, text)).toEqual([]);
  });

  test('places are exact, the braces with the keys known', () => {
    const text = '😀 \\citep[see][3]{ab, cd}';
    expect(scanLatex(text).clusters).toEqual([
      {
        kind: 'bracketed',
        range: { start: 3, end: 25 },
        bracket: { start: 17, end: 25 },
        items: [
          { key: 'ab', keyRange: { start: 18, end: 20 }, range: { start: 18, end: 20 }, prefix: 'see', suffix: '' },
          { key: 'cd', keyRange: { start: 22, end: 24 }, range: { start: 22, end: 24 }, prefix: '', suffix: '3' },
        ].map((item) => Object.assign({ suppressAuthor: false, crossReference: false }, item)),
      },
    ]);
    expect(scanLatex('\\cites{a}{b}').clusters[0]?.bracket).toBeUndefined();
    expect(scanLatex('\\nocite{a}').clusters[0]?.listOnly).toBe(true);
  });

  test('paragraphs end at blank lines, items, sections and environments', () => {
    const text = 'a\nb\n\n\\section{c}\n\\begin{itemize}\n  \\item d\n  \\item e\n\\end{itemize}\nf';
    const { paragraphs } = scanLatex(text);
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a\nb',
      '\\section{c}',
      '\\begin{itemize}',
      '  \\item d',
      '  \\item e',
      '\\end{itemize}\nf',
    ]);
  });
});

describe('any LaTeX', () => {
  test('keeps to its places', () => {
    checkProperties(scanLatex, [
      '\\cite',
      '\\citet*',
      '\\autocites',
      '\\volcite',
      '\\nocite',
      '{a}',
      '{b, c}',
      '[see]',
      '[3]',
      '(x)',
      '[',
      ']',
      '{',
      '}',
      '(',
      ')',
      '%',
      '\\',
      '\\\\',
      ',',
      '*',
      '#1',
      '<',
      '>',
      '\\verb',
      '|',
      '\\begin{verbatim}',
      '\\end{verbatim}',
      '\\end{document}',
      '\\lstinline',
      '\\url',
      '\\item ',
      '$',
    ]);
  });

  const pieces = [
    '\\cite{a} ',
    '\\cite{',
    '\\cite[',
    '\\cite[{',
    '\\cites(',
    '\\cites{a}',
    '\\cite%\n',
    '\\cite ',
    '\\verb',
    '\\verb|',
    '\\lstinline[',
    '\\mintinline{',
    '\\url{',
    '\\begin{verbatim}',
    '\\begin{',
    '%',
    '{',
    '\\cite[\\cite[]{a}]{b}',
    '\n',
    '\\cite{a,',
    '\\volcite{',
    '\\citeA<',
    '\\',
    '\\cites{a}[b]',
    'a,\\cite{%\n',
    '\\end{document',
    '[{\\cite',
  ];
  test.each(pieces)('time is linear: %j', (piece) => checkLinear(scanLatex, piece), 60_000);

  test('5 MB, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep \\citep[see][p.~3]{a, b}, as everybody knows.\n\n';
    expect(keysOf(scanLatex, paragraph.repeat(60_000))).toHaveLength(120_000);
    expect(keysOf(scanLatex, 'Otters hold hands \\cite{a}. '.repeat(40_000))).toHaveLength(40_000);
  }, 60_000);
});
