import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanBibtex } from '../../../../src/core/bibliography/bibtexScan.ts';
import { formatBibtexEntry, toBibtexKey } from '../../../../src/core/bibliography/write/bibtexWriter.ts';
import { planCslJsonInsert } from '../../../../src/core/bibliography/cslJsonInsert.ts';
import { findEntry } from '../../../../src/core/bibliography/entryIndex.ts';
import { planBibliographyInsert } from '../../../../src/core/bibliography/planBibliographyInsert.ts';
import { planBibtexInsert } from '../../../../src/core/bibliography/planBibtexInsert.ts';
import { formatCslItem } from '../../../../src/core/bibliography/write/cslJsonWriter.ts';
import type { PaperFields } from '../../../../src/core/paper.ts';
import { applyEdits } from '../citations/support.ts';

function paper(title: string, more: Partial<PaperFields> = {}): PaperFields {
  return { title, abstract: '', authors: [], keywords: [], ...more };
}

/** JSON that may begin with a BOM; an empty file counts as an empty array. */
const parsed = (text: string): unknown => JSON.parse(text.replace('\uFEFF', '') || '[]');

const titleField = (title: string) => scanBibtex(formatBibtexEntry(paper(title), 'k'))[0]?.fields.get('title');

describe('formatBibtexEntry', () => {
  test('writes all that is known', () => {
    const full = paper('Acting in Worlds', {
      authors: ['Ada Lovelace', 'Turing, Alan', 'OpenAI Team', 'Smith and Sons'],
      year: 2024,
      venue: 'Proceedings of X & Y',
      doi: '10.1000/a_b',
      arxiv: 'cs/0309040',
      url: 'https://x.org/a_b?c=%20&d',
      keywords: ['agents', 'R&D'],
      abstract: 'One 5% $x_1$.\n\nTwo.',
    });
    expect(formatBibtexEntry(full, 'k', { abstract: true })).toBe(
      [
        '@inproceedings{k,',
        '  title = {Acting in Worlds},',
        '  author = {Ada Lovelace and Alan Turing and {OpenAI Team} and {Smith and Sons}},',
        '  booktitle = {Proceedings of X \\& Y},',
        '  year = {2024},',
        '  doi = {10.1000/a_b},',
        '  eprint = {cs/0309040},',
        '  archiveprefix = {arXiv},',
        '  primaryclass = {cs},',
        '  url = {https://x.org/a_b?c=%20&d},',
        '  keywords = {agents, R\\&D},',
        '  abstract = {One 5\\% $x_1$. \\par Two.},',
        '}',
      ].join('\n'),
    );
  });

  test('only a title is enough; line ends are asked for', () => {
    expect(formatBibtexEntry(paper('A'), 'k', { eol: '\r\n' })).toBe('@misc{k,\r\n  title = {A},\r\n}');
  });

  test.each([
    ['Journal of X', 'article', 'journal'],
    ['NeurIPS 2023', 'inproceedings', 'booktitle'],
    ['Some Blog', 'misc', 'howpublished'],
    ['arXiv preprint', 'misc', 'title'],
  ])('venue %j is %s with %s', (venue, type, field) => {
    const [entry] = scanBibtex(formatBibtexEntry(paper('A', { venue }), 'k'));
    expect(entry?.type).toBe(type);
    expect(entry?.fields.has(field)).toBe(true);
  });

  test.each([
    ['AmadeusGPT: a natural language interface', '{AmadeusGPT}: a natural language interface'],
    ['Training LLMs with GPT-4 and 3D Data', 'Training {LLMs} with {GPT-4} and {3D} Data'],
    ['Black-Box Q-Learning and I', 'Black-Box {Q-Learning} and {I}'],
    [
      'Sorting as a Model of Life: self-sorting arrays reveal Turing patterns',
      'Sorting as a Model of Life: self-sorting arrays reveal {Turing} patterns',
    ],
    ['A Bayesian View', 'A {Bayesian} View'],
    ['a study of children learning in France today: Then', 'a study of children learning in {France} today: Then'],
    ['Attention Is All You Need', 'Attention Is All You Need'],
    ['On $O(N)$ and $5 more', 'On {$O(N)$} and \\$5 more'],
    ['100% of a_b & #1 ~ ^ `', '100\\% of a\\_b \\& \\#1 \\textasciitilde{} \\textasciicircum{} \\textasciigrave{}'],
    ['{x} and {y', '\\{x\\} and $\\lbrace$y'],
    ['90.0\\% of A\\&B', '90.0\\% of {A\\&B}'],
    ['$\\input{/etc/passwd}$', '\\$\\textbackslash{}input\\{/etc/passwd\\}\\$'],
    ['$x^^5cinput$', '\\$x\\textasciicircum{}\\textasciicircum{}5cinput\\$'],
    ['a\nb\u0000\tc \u202Ed', 'a b c d'],
    ['a--b', 'a-{}-b'],
  ])('title %j', (title, expected) => {
    expect(titleField(title)).toBe(expected);
  });

  test('hostile text stays in its field', () => {
    const hostile = '}, note={x} \\input{/etc/passwd}\n@misc{evil, title={t}}';
    const bib = formatBibtexEntry(
      paper(hostile, { authors: [hostile], venue: hostile, url: `https://x/${hostile}`, keywords: [hostile] }),
      'k',
    );
    const entries = scanBibtex(`${bib}\n`);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.fields.has('note')).toBe(false);
    expect(bib).not.toMatch(/\\(?:input|write)(?![a-z])/);
  });

  test('any texts give one closed entry with balanced, escaped values', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...'aA1 {}\\$%&#_^~`"\n\r,=@-:'.split(''),
        '\u0000',
        'é',
        '\uD800',
        'input',
        '\\alpha',
        '$x$',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, text, (title, author, venue) => {
        const bib = formatBibtexEntry(
          paper(title, { authors: [author], venue, keywords: [title], abstract: venue, url: `https://${author}` }),
          author,
          { abstract: true },
        );
        const entries = scanBibtex(bib);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.closed).toBe(true);
        expect(entries[0]?.end).toBe(bib.length);
        for (const [name, value] of entries[0]?.fields ?? []) {
          expect(value).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          if (name === 'url' || name === 'doi') continue;
          expect(value).not.toMatch(/(?<!\\)[%#&]/);
          expect(value.match(/\\([a-zA-Z]+)/g) ?? []).not.toContain('\\input');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('keys that no .bib file can hold are changed', () => {
    expect(toBibtexKey('DBLP:conf/x_1')).toBe('DBLP:conf/x_1');
    expect(toBibtexKey('a{b},c#d')).toBe('a-b-c-d');
    expect(toBibtexKey('{}')).toBe('paper');
  });
});

describe('findEntry', () => {
  const bib = [
    '@article{byDoi, title={Other Words Here}, doi={https://doi.org/10.1/ABC}}',
    '@misc{byArxiv, title={Other}, eprint={2401.00001v3}, archiveprefix={arXiv}}',
    '@misc{byTitle, title={{M}\\"uller\'s {LLM}s: A   Study}}',
    '@misc{book, title={Deep Learning}, author={Goodfellow, Ian}, year=2016}',
  ].join('\n');
  test.each([
    [paper('Some Other Title', { doi: '10.1/abc' }), 'byDoi'],
    [paper('', { arxiv: '2401.00001' }), 'byArxiv'],
    [paper('Other', { doi: '10.48550/arxiv.2401.00001' }), 'byArxiv'],
    [paper('Müller’s LLMs: a study'), 'byTitle'],
    [paper('Müller’s LLMs: a study of'), undefined],
    [paper('Deep Learning', { authors: ['Yann LeCun'], year: 2015 }), undefined],
    [paper('Deep learning', { authors: ['I. Goodfellow'], year: 2016 }), 'book'],
    [paper('$$ ??'), undefined],
  ])('%# %j', (wanted, key) => {
    expect(findEntry(scanBibtex(bib), wanted)).toBe(key);
  });
});

describe('planBibtexInsert', () => {
  test.each([
    ['', '@misc{k,\n  title = {T},\n}\n'],
    ['\uFEFF', '\uFEFF@misc{k,\n  title = {T},\n}\n'],
    ['@misc{a}', '@misc{a}\n\n@misc{k,\n  title = {T},\n}\n'],
    ['@misc{a}\n', '@misc{a}\n\n@misc{k,\n  title = {T},\n}\n'],
    ['@misc{a}\n\n', '@misc{a}\n\n@misc{k,\n  title = {T},\n}\n'],
    ['@misc{a}\r\n', '@misc{a}\r\n\r\n@misc{k,\r\n  title = {T},\r\n}\r\n'],
  ])('appends to %j', (bib, expected) => {
    const { edit, keys } = planBibtexInsert(bib, [{ paper: paper('T'), key: 'k' }]);
    expect(applyEdits(bib, edit === undefined ? [] : [edit])).toBe(expected);
    expect(Object.fromEntries(keys)).toEqual({ k: 'k' });
  });

  test('a paper that is there keeps its key, also when it is asked for twice', () => {
    const bib = '@misc{mine, title={The T}}\n';
    const papers = [
      { paper: paper('the t'), key: 'k' },
      { paper: paper('New'), key: 'n' },
      { paper: paper('new'), key: 'n2' },
    ];
    const { edit, keys } = planBibtexInsert(bib, papers);
    expect(Object.fromEntries(keys)).toEqual({ k: 'mine', n: 'n', n2: 'n' });
    expect(scanBibtex(edit?.text ?? '')).toHaveLength(1);
    expect(planBibtexInsert(bib, papers.slice(0, 1)).edit).toBeUndefined();
  });

  test('an entry with the same key whose title was edited is still the paper', () => {
    const bib = '@misc{k, title={Learning to Act in Worlds, corrected}}';
    expect(planBibtexInsert(bib, [{ paper: paper('Learning to Act in Worlds'), key: 'k' }]).edit).toBeUndefined();
  });

  test('an entry of another .bib file is copied letter by letter, but for key and line ends, if it stands for itself', () => {
    const text = '@Article {mine,\n\ttitle = "T" , note={x}}';
    const none = new Map<string, string>();
    const add = (strings: ReadonlyMap<string, string>) =>
      planBibtexInsert('@misc{k, title={Another}}\r\n', [
        { paper: paper('T'), key: 'k', source: { text, strings, parents: none } },
      ]).edit?.text;
    expect(add(none)).toBe('\r\n@Article {k-b,\r\n\ttitle = "T" , note={x}}\r\n');
    expect(add(new Map([['x', '@string{x = {y}}']]))).toBe('\r\n@misc{k-b,\r\n  title = {T},\r\n}\r\n');
  });

  test('a key that another work has is not taken', () => {
    const bib = '@misc{K, title={Another thing}}\n@misc{k-b, title={Third}}\n@misc{doe2020, title={Fourth}}\n';
    const { keys } = planBibtexInsert(bib, [
      { paper: paper('Mine'), key: 'k' },
      { paper: paper('Yours'), key: 'doe2020' },
    ]);
    expect(Object.fromEntries(keys)).toEqual({ k: 'k-c', doe2020: 'doe2020b' });
  });

  test('a file that ends in an unclosed entry is reported', () => {
    expect(planBibtexInsert('@misc{a, title={x}', [{ paper: paper('T'), key: 'k' }]).unclosedAt).toBe(0);
  });
});

describe('CSL-JSON', () => {
  const t = { paper: paper('T', { year: 2020, authors: ['Jan van der Berg'] }), key: 'k' };
  const item = {
    id: 'k',
    type: 'article',
    title: 'T',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
    issued: { 'date-parts': [[2020]] },
  };
  test.each([
    '[]',
    '[\n]\n',
    '',
    '[{"id":"a"}]',
    '[ {"id": 1} ]\n',
    '[\n  {"id":"a"}\n]\n',
    '\uFEFF[\r\n    {\r\n        "id": "a"\r\n    }\r\n]',
  ])('%j stays as it is but for the new item', (json) => {
    const plan = planBibliographyInsert('x.json', json, [t]);
    if (!plan.ok || plan.value.edit === undefined) throw new Error('no edit');
    const after = applyEdits(json, [plan.value.edit]);
    const added = JSON.stringify(item);
    const before = JSON.stringify(parsed(json)).slice(0, -1);
    expect(JSON.stringify(parsed(after))).toBe(`${before}${before === '[' ? '' : ','}${added}]`);
    if (json.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('indents like the file', () => {
    const json = '[\n  {\n    "id": "a"\n  }\n]\n';
    const plan = planCslJsonInsert(json, [{ paper: paper('T'), key: 'k' }]);
    expect(plan.ok && plan.value.edit?.text).toBe(
      ',\n  {\n    "id": "k",\n    "type": "article",\n    "title": "T"\n  }',
    );
  });

  test('keeps the key of a work that is there and takes no other work’s', () => {
    const json = '[{"id":"a","title":"<i>T</i>","author":[{"family":"Berg"}]},{"id":"z","title":"Z"}]';
    const plan = planCslJsonInsert(json, [t, { paper: paper('Else'), key: 'z' }]);
    expect(plan.ok && Object.fromEntries(plan.value.keys)).toEqual({ k: 'a', z: 'z-b' });
  });

  test.each(['{"items":[]}', '[1', 'null', '"["'])('%j cannot be changed', (json) => {
    expect(planCslJsonInsert(json, [t]).ok).toBe(false);
  });

  test('odd members do not matter', () => {
    const odd = '[null, 1, {"__proto__":{"id":"k"}}, {"id":{}, "author":"x", "issued":{"date-parts":[[1e999]]}}]';
    expect(planCslJsonInsert(odd, [t]).ok).toBe(true);
    expect(JSON.parse(formatCslItem(paper('a "b"\n{c}'), 'k'))).toEqual({
      id: 'k',
      type: 'article',
      title: 'a "b" {c}',
    });
  });
});

test.each(['x.bib', 'x.json'])('%s gets abstracts if that is asked for', (path) => {
  const papers = [{ paper: paper('T', { abstract: 'Of walls.' }), key: 'k' }];
  const added = (abstract: boolean) => {
    const plan = planBibliographyInsert(path, '', papers, { abstract });
    return plan.ok ? plan.value.edit?.text : plan.error;
  };
  expect(added(true)).toContain('Of walls.');
  expect(added(false)).not.toContain('Of walls.');
});

test('other formats are refused with the reason', () => {
  for (const path of ['a.yaml', 'a.ris', 'https://x.org/a.bib', 'bib']) {
    expect(planBibliographyInsert(path, '', []).ok).toBe(false);
  }
  expect(planBibliographyInsert('A.BIB', '', []).ok).toBe(true);
});
