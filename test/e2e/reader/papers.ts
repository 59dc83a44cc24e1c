import type {
  CitedPlace,
  ReaderNote,
  ReaderPaper,
  ReaderPlace,
  RelatedPaper,
} from '../../../src/protocol/readerMessages.ts';
import { literalHostileTexts } from '../../support/hostileTexts.ts';

/** An invented paper with everything a paper can have. */
export const richPaper: ReaderPaper = {
  key: 'okonkwo2024sparse',
  title: 'Sparse Winding Paths: Searching $k$-Regular Graphs in $O(n\\log n)$ Expected Steps',
  authors: ['Adaeze Okonkwo', 'Jörg Weißenfels', 'Mei-Ling Tan', 'نور الهاشمي'],
  year: 2024,
  venue: 'Journal of Imagined Results',
  abstract: [
    'We study how a walker with little memory finds a marked vertex of a $k$-regular graph $G=(V,E)$. A simple rule, which costs $5 of computing for graphs that cost others $10, halves the expected time. The error stays below $\\epsilon = 10^{-3}$ for 3$\\times$3 neighbourhoods.',
    'Our bound follows from an identity for the hitting time,\n$$\\mathbb{E}[T] = \\sum_{v \\in V} \\frac{\\pi(v)}{1-\\lambda_2} \\le \\sqrt{\\frac{2|E|}{k}}\\,\\ln n,$$\nand is tight up to a constant. Experiments on 40 road networks agree with it within 2 %.',
  ].join('\n\n'),
  keywords: ['random walks', 'graph search', 'hitting time'],
  themes: ['Graph Algorithms', 'Search and Planning'],
  links: [
    { label: 'arXiv', url: 'https://arxiv.org/abs/2401.00001' },
    { label: 'DOI', url: 'https://doi.org/10.1000/xyz' },
  ],
  sources: ['daily-papers.txt:13', 'reading/graphs.bib:204'],
  versions: ['@okonkwo2023preprint (arXiv, 2023)'],
  reading: 'reading',
  // A day is not to pass while tests run.
  lastOpened: Date.now() - 3.5 * 86_400_000,
};

/** In the middle of everything. */
export const midPlace: ReaderPlace = {
  canGoBack: true,
  canGoForward: false,
  hasPrevious: true,
  hasNext: true,
  pinned: false,
};

export const citedPlaces: readonly CitedPlace[] = [
  {
    path: 'chapters/2-search.md',
    line: 41,
    before: 'Walkers with little memory are known to be slow, yet on regular graphs a simple rule halves the time ',
    citation: '[@okonkwo2024sparse, p. 7]',
    after: ', which is the reason why we use one here.',
  },
  {
    path: 'chapters/4-roads.md',
    line: 9,
    before: 'As ',
    citation: '@okonkwo2024sparse',
    after: ' show for forty road networks, the bound is met in practice.',
  },
  {
    path: 'talks/2025-winter-school.md',
    line: 118,
    before: 'Compare ',
    citation: '[@okonkwo2024sparse; @weiss2019]',
    after: '.',
  },
];

export const relatedPapers: readonly RelatedPaper[] = [
  {
    title: 'Hitting Times of $k$-Regular Graphs',
    byline: 'Weiss and Adler, 2019',
    words: ['hitting time', 'regular graph', 'walker'],
  },
  { title: 'How Many Walkers Does a Maze Need?', byline: 'Tan et al., 2021', words: ['walker', 'memory'] },
  { title: 'Road Networks as Almost Planar Graphs', byline: '2020', words: [] },
];

/** A title and nothing else. */
export const barePaper: ReaderPaper = {
  key: 'bare',
  title: 'A Title Alone',
  authors: [],
  abstract: '',
  keywords: [],
  themes: [],
  links: [],
  sources: ['papers.txt:1'],
};

/** A note as the host sends it. */
export function noteOf(text: string, more: Partial<ReaderNote> = {}): ReaderNote {
  return { text, version: 1, seq: 0, state: 'saved', path: 'notes/okonkwo2024sparse.md', ...more };
}

export const writtenNote = `The identity in section 3 is what I need for the proof of lemma 4.

- compare with the bound of @weiss2019 (theirs loses a log factor)
- road networks: is the data public?

> "tight up to a constant": which one?
`;

/** Texts that must be shown character by character. */
export const hostileTexts: readonly string[] = literalHostileTexts({
  address: 'https://evil.example',
  command: 'workbench.action.terminal.sendSequence',
});

/** Formulas that must not reach out, run, grow or break the page. */
export const hostileFormulas: readonly string[] = [
  '$\\href{javascript:window.pwned=true}{x}$',
  '$\\href{https://evil.example}{x}$',
  '$\\url{https://evil.example}$',
  '$\\includegraphics{https://evil.example/a.png}$',
  '$\\htmlData{a=b}{x} \\class{c}{x} \\id{root}{x} \\style{background:url(https://evil.example)}{x}$',
  '$\\def\\a{\\a\\a}\\a$',
  '$\\edef\\x{xxxxxxxx}\\edef\\x{\\x\\x}\\edef\\x{\\x\\x}\\edef\\x{\\x\\x}\\edef\\x{\\x\\x}\\edef\\x{\\x\\x}\\x$',
  '$\\rule{9999999em}{9999999em}$',
  '$\\kern{9999999em}x \\hspace{-9999999em}$',
  '$\\color{red;background:url(https://evil.example)}x$',
  `$${'{'.repeat(900)}x${'}'.repeat(900)}$`,
  `$${'\\sqrt{'.repeat(300)}x${'}'.repeat(300)}$`,
  `$${'x^'.repeat(600)}y$`,
  `$${'\\left('.repeat(250)}x${'\\right)'.repeat(10)}$`,
  `$${'{'.repeat(5000)}$`,
  '$\\ref{root} \\label{root} \\tag{<img src=x onerror=window.pwned=true>} x$',
  '$\\text{<img src=x onerror=window.pwned=true>}$',
  '$\\unknowncommand{x} + \\frac{1$',
];
