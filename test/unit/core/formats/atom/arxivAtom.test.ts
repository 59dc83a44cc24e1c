import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxivAtom } from '../../../../../src/core/formats/atom/arxivAtom.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';
import { expectLinearTexts } from '../hostileText.ts';

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../fixtures/atom', name), 'utf8');
}

function read(name: string): readonly PaperRecord[] {
  const { format, records, problems } = parsePaperFile(name, fixture(name));
  expect({ format, problems }).toEqual({ format: 'arxivAtom', problems: [] });
  return records;
}

function entry(title: string, id = '2401.90009'): string {
  return `<entry><id>http://arxiv.org/abs/${id}v1</id><title>${title}</title><summary>S.</summary><published>2024-01-01T00:00:00Z</published><author><name>Ada Byron</name></author></entry>`;
}

function feed(...entries: readonly string[]): string {
  return `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n${entries.join('\n')}\n</feed>\n`;
}

function titlesOf(text: string): readonly string[] {
  return arxivAtom.parse(text).records.map(({ title }) => title);
}

describe('feeds', () => {
  test("arXiv's API", () => {
    const [first, second, ...rest] = read('arxiv-api.xml');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      title: 'What the Tide Knows of the Moon: $p < q$ & More',
      abstract: 'It knows where it is, and that $a < b$.',
      authors: ['Ada Byron', 'Jan van der Berg'],
      year: 2024,
      doi: '10.1000/tide.1',
      arxiv: '2401.90001',
      keywords: [],
      details: {
        type: 'article',
        variables: { issued: '2024-01-02' },
        other: [
          ['comment', '9 pages'],
          ['journal_ref', 'Tidal Lett. 7 (2024) 1-9'],
          ['categories', 'physics.ao-ph astro-ph.EP'],
        ],
      },
      range: { start: { line: 7, character: 2 }, end: { line: 30, character: 10 } },
    });
    // Words in CDATA are text, whatever they mean elsewhere.
    expect(second).toMatchObject({
      title: 'Old <entry> Clocks & <!DOCTYPE html>',
      arxiv: 'hep-th/9901001',
      year: 1999,
    });
  });

  test('RSS: a new version does not date the paper', () => {
    expect(read('arxiv-rss.xml')).toMatchObject([
      {
        title: 'Teacups Revisited',
        abstract: 'Cups came back.',
        authors: ['Ada Byron', 'Jan van der Berg'],
        year: 2019,
        doi: '10.1000/cups.2',
        arxiv: '1901.90002',
        details: { variables: { issued: '2019-01' }, other: [['categories', 'cs.LG stat.ML']] },
      },
    ]);
  });

  test('RSS 1.0: links around names, the id behind the title', () => {
    expect(read('arxiv-rss1.xml')).toMatchObject([
      {
        title: 'Old Feeds.',
        abstract: 'Feeds had paragraphs.',
        authors: ['Ada Byron', 'Wei Li'],
        year: 2020,
        arxiv: '2001.90003',
      },
    ]);
  });

  test('prefixed elements are elements, a blog that links to arXiv is no feed of it', () => {
    const prefixed = feed(entry('A')).replaceAll(/<(\/?)(feed|entry|title|id|summary|author|name)\b/g, '<$1atom:$2');
    expect(parsePaperFile('papers.xml', prefixed).records.map(({ title, authors }) => [title, authors])).toEqual([
      ['A', ['Ada Byron']],
    ]);
    const blog =
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://blog.example</id><entry><title>Post</title><content>See https://arxiv.org/abs/2401.00001</content></entry></feed>';
    expect(parsePaperFile('papers.xml', blog)).toEqual({ format: undefined, records: [], problems: [] });
  });

  test('entities: numbers, XML’s own; those of HTML stay as written', () => {
    expect(titlesOf(feed(entry('&#65;&#x42; &lt;&amp;&gt; &quot;&apos; &eacute;')))).toEqual([`AB <&> "' &eacute;`]);
  });
});

describe('what is refused', () => {
  test.each([
    ['a document type', '<!DOCTYPE feed>'],
    ['entities', '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['an external one, in small letters', '<!doctype feed SYSTEM "file:///etc/passwd">'],
  ])('%s before the feed', (_name, declaration) => {
    const { records, problems } = arxivAtom.parse(feed(entry('A')).replace('\n', `\n${declaration}\n`));
    expect(records).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'refused-content', severity: 'error', range: { start: { line: 1, character: 0 } } },
    ]);
  });

  test('the word in a comment above is no declaration', () => {
    expect(titlesOf(`<!-- <!DOCTYPE feed> -->${feed(entry('A'))}`)).toEqual(['A']);
  });

  test('a declaration in an entry breaks the entry', () => {
    const text = feed(entry('A'), entry('<!DOCTYPE x [<!ENTITY a "evil">]>&a;'), entry('C'));
    expect(titlesOf(text)).toEqual(['A', 'C']);
    expect(arxivAtom.parse(text).problems).toMatchObject([{ code: 'broken-entry', range: { start: { line: 3 } } }]);
  });
});

describe('a broken entry costs itself', () => {
  test.each([
    ['no end', '<entry><title>B</title>'],
    ['a lost tag', '<entry><title>B</entry>'],
    ['an ampersand', entry('B & C')],
    ['a lost quote', '<entry a="><title>B</title></entry>'],
    ['CDATA without an end', entry('<![CDATA[B')],
    ['a comment without an end', entry('<!-- B')],
    ['a control character', entry('B\u0001')],
    ['too deep', entry('<b>'.repeat(50) + '</b>'.repeat(50))],
  ])('%s', (_name, fault) => {
    const { records, problems } = arxivAtom.parse(
      feed(entry('A'), fault, entry('<![CDATA[C]]>'), `<!-- x -->${entry('D')}`),
    );
    expect(records.map(({ title }) => title)).toEqual(['A', 'C', 'D']);
    expect(problems).toMatchObject([
      { code: 'broken-entry', severity: 'warning', range: { start: { line: 3, character: 0 } } },
    ]);
  });

  test('one without a title is told; beyond a hundred they are counted', () => {
    const { records, problems } = arxivAtom.parse(feed(...Array.from({ length: 120 }, () => entry('')), entry('A')));
    expect(records.map(({ title }) => title)).toEqual(['A']);
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 100 }, () => 'untitled-entry'));
    expect(problems.at(-1)?.message).toMatch(/There are 20 more problems below\.$/);
  });
});

const size = 400_000;
const cases: Readonly<Record<string, readonly [before: string, piece: string, after: string]>> = {
  'numbers of letters': ['<entry><title>', '&#65;', '</title></entry>'],
  'elements in elements': ['<entry><title>', '<a>', '</title></entry>'],
  elements: ['<entry><title>A</title>', '<a/>', '</entry>'],
  'entries that never end': ['', '<entry>', ''],
  'ends of entries': ['', '</entry>', ''],
  comments: ['', '<!--', '-->'],
  'comments that never end': ['', '<!--', ''],
  'CDATA that never ends': ['<entry><title>', '<![CDATA[', '</title></entry>'],
  'ends without a bracket': ['<entry>', '</entry ', ''],
  'undeclared entities': ['<entry><title>', '&e;', '</title></entry>'],
  'names between commas': ['<item><title>A</title><creator>', 'A, ', '</creator></item>'],
  'links around nothing': ['<item><title>A</title><creator>', '&lt;', '</creator></item>'],
  'white space': ['<entry><title>A', ' \n', 'B</title></entry>'],
  'parentheses behind a title': ['<entry><title>A', ' (arXiv:', '</title></entry>'],
};

describe('a hostile feed', () => {
  test.each(Object.entries(cases))('of %s takes no more than its share', (_name, [before, piece, after]) => {
    const text = (length: number): string => feed(before + piece.repeat(length / piece.length) + after);
    expectLinearTexts(arxivAtom, 'papers.xml', text, size);
  });

  test('comments before the feed, too', () => {
    expectLinearTexts(arxivAtom, 'papers.xml', (length) => '<!--'.repeat(length / 4), size);
  });
});

describe('mutations', () => {
  const files = ['arxiv-api.xml', 'arxiv-rss.xml', 'arxiv-rss1.xml'].map(fixture);
  const noise = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '</entry>',
    '<entry>',
    '\0',
    '</title>',
    '\uD800',
  );
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 100 }), noise), { maxLength: 5 });

  test('never throw, keep order, and lose none of the last entries', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (file, all) => {
        let damaged = file.slice(file.search(/<(?:entry|item)/));
        for (const [at, length, inserted] of all) {
          const from = at % (damaged.length + 1);
          damaged = damaged.slice(0, from) + inserted + damaged.slice(from + length);
        }
        // The first entry below may be swallowed by a text that lost its end.
        const { records } = arxivAtom.parse(
          `${feed(damaged)}${entry('<![CDATA[X]]>')}\n<!-- x -->\n${entry('Y')}\n${entry('Z')}`,
        );
        expect(records.slice(-2).map(({ title }) => title)).toEqual(['Y', 'Z']);
        const places = records.map(({ range }) => range.start.line * 10_000 + range.start.character);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
