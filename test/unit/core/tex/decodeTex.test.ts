import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTex, decodeTexParagraphs } from '../../../../src/core/tex/decodeTex.ts';

describe('accents', () => {
  test.each([
    // Every way to write one accent.
    [String.raw`M\"uller`, 'Müller'],
    [String.raw`M{\"u}ller`, 'Müller'],
    [String.raw`M\"{u}ller`, 'Müller'],
    [String.raw`M{\"{u}}ller`, 'Müller'],
    [String.raw`M{{\"u}}ller`, 'Müller'],
    [String.raw`M\" uller`, 'Müller'],
    // Every accent.
    [
      String.raw`\'e \`e \^e \~n \=o \.z \u{g} \v{s} \H{o} \c{c} \d{a} \b{d} \k{a} \r{a}`,
      'é è ê ñ ō ż ğ š ő ç ạ ḏ ą å',
    ],
    [String.raw`\v s \c c \H o \u g`, 'š ç ő ğ'],
    [String.raw`\textcommabelow{s} \t{oo}`, 'ș o͡o'],
    // Dotless letters carry accents as if they had lost their dot for it.
    [String.raw`na\"{\i}ve`, 'naïve'],
    [String.raw`na{\"\i}ve`, 'naïve'],
    [String.raw`\'\i{} \^{\j} \v{\i}`, 'í ĵ ǐ'],
    [String.raw`\i\ and \j`, 'ı and ȷ'],
    // Two accents on one letter.
    [String.raw`Nguy\~{\^e}n Vi\d{\^e}t`, 'Nguyễn Việt'],
    [String.raw`\'{\"u}`, 'ǘ'],
    // On letters that are commands, on capitals, on nothing.
    [String.raw`\'{\ae} \'{\O} \"U \'E`, 'ǽ Ǿ Ü É'],
    [String.raw`\~{} \^{} \'{}x`, '~ ^ ´x'],
    [String.raw`caf\'{e} caf\'e, caf\'e.`, 'café café, café.'],
    // A word is not an accent because it begins like one.
    [String.raw`\verb|x| \vector \cite{k}`, 'x vector k'],
  ])('%s', (tex, text) => {
    expect(decodeTex(tex)).toBe(text);
  });

  test('come out composed (NFC)', () => {
    expect(decodeTex(String.raw`\"u`)).toBe('\u00FC');
    expect(decodeTex('u\u0308')).toBe('\u00FC');
  });
});

describe('signs and letters', () => {
  test.each([
    [String.raw`{\ss} \ss{} Stra{\ss}e \o re {\L}\'od\'z \AA ngstr\"om`, 'ß ß Straße øre Łódź Ångström'],
    [String.raw`\ae\oe\AE\OE\ \dh\th \o x`, 'æœÆŒ ðþøx'],
    [String.raw`R\&D, 100\%, C\#, a\_b, \$5, \{x\}`, 'R&D, 100%, C#, a_b, $5, {x}'],
    ['50% of all', '50% of all'],
    ['A & B', 'A & B'],
    ['pages 1--2, yes---no, a-b', 'pages 1–2, yes—no, a-b'],
    ["``quoted'' and `single' and don't", "“quoted” and ‘single’ and don't"],
    ['"straight"', '"straight"'],
    ["the authors' view", "the authors' view"],
    ['A~B', 'A B'],
    ["?`Qu\\'e? !`Ay!", '¿Qué? ¡Ay!'],
    [String.raw`\LaTeX{} and \TeX, \ldots`, 'LaTeX and TeX, …'],
    [String.raw`\textbackslash{}n \textasciitilde{}x \textasciicircum{}`, '\\n ~x ^'],
    [String.raw`\copyright{} \pounds 5 \S 3 \dag`, '© £5 §3 †'],
    [String.raw`\textregistered{}\texttrademark{}`, '®™'],
    [String.raw`\alpha-divergence`, 'α-divergence'],
    [String.raw`a\,b\;c\ d\\e`, 'a b c d e'],
    [String.raw`soft\-hyphen, f\/i`, 'softhyphen, fi'],
  ])('%s', (tex, text) => {
    expect(decodeTex(tex)).toBe(text);
  });
});

describe('commands', () => {
  test.each([
    [String.raw`\emph{A} \textbf{B} {\it C} {\bf D} \textit{\textbf{E}}`, 'A B C D E'],
    [String.raw`The {DNA} of {{BERT}} and {G}{P}{T}`, 'The DNA of BERT and GPT'],
    [String.raw`\url{https://e.org/a_b%20c~d}`, 'https://e.org/a_b%20c~d'],
    [String.raw`\href{https://e.org/x}{the \emph{page}}`, 'the page'],
    [String.raw`x\textsuperscript{2}, H\textsubscript{2}O, 5\textsuperscript{th}`, 'x², H₂O, 5th'],
    [String.raw`\unknown{kept} \unknown kept`, 'kept unknown kept'],
    [String.raw`\unknown[opt]{kept}`, 'kept'],
    [String.raw`\footnote{aside} \thanks{NSF}`, '(aside) (NSF)'],
    [String.raw`\enquote{word}`, '“word”'],
    [String.raw`\texorpdfstring{$x$}{x} y`, '$x$ y'],
    [String.raw`{\noopsort{1973}}Title`, 'Title'],
    [String.raw`\textcolor{red}{warm}`, 'warm'],
    [String.raw`\mbox{a b} \hbox{c}`, 'a b c'],
    [String.raw`\foreignlanguage{german}{Wort}`, 'Wort'],
    [String.raw`\verb|a_b|`, 'a_b'],
    [String.raw`\input{/etc/passwd} \write18{id}`, '/etc/passwd write18id'],
    ['un{closed', 'unclosed'],
    ['stray} brace', 'stray brace'],
    ['back\\', 'back'],
  ])('%s', (tex, text) => {
    expect(decodeTex(tex)).toBe(text);
  });
});

describe('math stays TeX', () => {
  test.each([
    [String.raw`$O(n^2)$ time`, '$O(n^2)$ time'],
    [String.raw`$\alpha$-divergence`, String.raw`$\alpha$-divergence`],
    [String.raw`On {$\mathcal{L}_1$} and $$x$$`, String.raw`On $\mathcal{L}_1$ and $$x$$`],
    [String.raw`\(x^2\) \[y\]`, String.raw`\(x^2\) \[y\]`],
    [String.raw`\ensuremath{\beta}`, String.raw`$\beta$`],
    [String.raw`$\'e$ \'e`, String.raw`$\'e$ é`],
    [String.raw`$ x^2 $`, '$x^2$'],
    [String.raw`$<$ 5 and $\&$`, '< 5 and &'],
    [String.raw`$\sim$10`, '∼10'],
    // Money.
    ['costs $5 and $10', 'costs $5 and $10'],
    [String.raw`costs \$5 and $10`, 'costs $5 and $10'],
    ['a $1 bill', 'a $1 bill'],
    ['US$ 5, $x$', 'US$ 5, $x$'],
    ['$5 for $x$', '$5 for $x$'],
    // Never across a paragraph, never through braces.
    ['{$a} b$', '$a b$'],
  ])('%s', (tex, text) => {
    expect(decodeTex(tex)).toBe(text);
  });
});

describe('white space', () => {
  test('is one space; blank lines stay only in abstracts', () => {
    const tex = ' One\r\n  line.\r\n\r\nTwo\tlines. \\par Three. ';
    expect(decodeTex(tex)).toBe('One line. Two lines. Three.');
    expect(decodeTexParagraphs(tex)).toBe('One line.\n\nTwo lines.\n\nThree.');
  });

  test('line ends of all kinds are the same', () => {
    expect(decodeTex('a\rb\r\nc\nd')).toBe('a b c d');
    expect(decodeTexParagraphs('a\r\rb')).toBe('a\n\nb');
  });
});

test('any text gives text, and plain text is itself', () => {
  const piece = fc.constantFrom(
    ...String.raw`\ { } $ $$ " ' ~ - -- % & \" \' \v \textbf \url \href \ensuremath \( \) \[ \] \begin{equation} \end{equation} \verb \i a b`.split(
      ' ',
    ),
    ' ',
    '`',
    '\n',
    '\n\n',
    '\u0301',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = decodeTex(pieces.join(''));
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/\s\s|[\r\n\t]/);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const plain = text.replace(/[\\{}$~`'-]/g, '');
      expect(decodeTex(plain)).toBe(plain.replace(/\s+/g, ' ').trim());
    }),
  );
});
