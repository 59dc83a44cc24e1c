import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { appendLinks } from '../../../../src/core/readingList/appendLinks.ts';
import { droppedLinks, linkTitle, webAddress } from '../../../../src/core/readingList/droppedLinks.ts';

const arxiv = 'https://arxiv.org/abs/2401.00001';

describe('droppedLinks', () => {
  test('a link dragged from a page has its text as title', () => {
    const html = `<meta charset='utf-8'><a class="x" href="${arxiv}">Mosses <em>in</em> Gutters &amp; More</a>`;
    expect(droppedLinks({ uriList: `${arxiv}\r\n`, html, plain: arxiv })).toEqual([
      { url: arxiv, title: 'Mosses in Gutters & More' },
    ]);
  });

  test('a page dragged from the address bar of Firefox has its title, without the number that arXiv puts before it', () => {
    expect(droppedLinks({ uriList: arxiv, mozUrl: `${arxiv}\n[2401.00001] Mosses in Gutters` })).toEqual([
      { url: arxiv, title: 'Mosses in Gutters' },
    ]);
  });

  test('several addresses, each once; comments and other schemes are none', () => {
    const uriList = `# two\r\n${arxiv}\r\nhttps://doi.org/10.1000/abc\r\n${arxiv}\r\njavascript:alert(1)\r\ncommand:x\r\nfile:///etc/passwd`;
    expect(droppedLinks({ uriList }).map(({ url }) => url)).toEqual([arxiv, 'https://doi.org/10.1000/abc']);
  });

  test('a text that is an address is one; a text that has one is not', () => {
    expect(droppedLinks({ plain: ` ${arxiv} ` })).toEqual([{ url: arxiv, title: '' }]);
    expect(droppedLinks({ plain: `see ${arxiv}` })).toEqual([]);
    expect(droppedLinks({})).toEqual([]);
  });

  test('at most twenty', () => {
    const uriList = Array.from({ length: 50 }, (_, at) => `https://example.org/${at}`).join('\n');
    expect(droppedLinks({ uriList })).toHaveLength(20);
  });
});

describe('webAddress', () => {
  test.each([
    ['https://example.org/a(b)c', 'https://example.org/a(b)c'],
    ['https://example.org/a)b(', 'https://example.org/a%29b%28'],
    ['https://example.org/[x]<y>"z"', 'https://example.org/%5Bx%5D%3Cy%3E%22z%22'],
    ['HTTP://example.org?q=1', 'HTTP://example.org?q=1'],
  ])('%s', (text, url) => {
    expect(webAddress(text)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'data:text/html,x',
    'https://',
    'https:///x',
    'https://user@example.org/x',
    'https://example.org/a b',
    'https://example.org/a\nb',
    'https://example.org/\u202Ex',
    `https://example.org/${'x'.repeat(2_000)}`,
    '',
  ])('%s is refused', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });
});

test('a title that is only an address is none', () => {
  expect(linkTitle(arxiv)).toBe('');
  expect(linkTitle('  A\n title ')).toBe('A title');
});

function append(text: string, title: string, url: string): { text: string; records: readonly PaperRecord[] } {
  const edit = appendLinks(text, [{ title, url }]);
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return { text: after, records: parsePaperFile('papers.md', after).records };
}

describe('appendLinks', () => {
  test('a new list', () => {
    expect(append('', 'Mosses in Gutters', arxiv).text).toBe(`# Papers\n\n- [Mosses in Gutters](${arxiv})\n`);
  });

  test('behind the last entry, with the bullet and the line ends of the list', () => {
    const list = `# Moss\r\n\r\n* [Roofs](https://arxiv.org/abs/2401.00002)\r\n\r\n`;
    expect(append(list, 'Gutters', arxiv).text).toBe(
      `# Moss\r\n\r\n* [Roofs](https://arxiv.org/abs/2401.00002)\r\n* [Gutters](${arxiv})\r\n`,
    );
  });

  test('behind other text as a list of its own', () => {
    expect(append('# Moss\n\nWhat I want to read.', 'Gutters', arxiv).text).toBe(
      `# Moss\n\nWhat I want to read.\n\n- [Gutters](${arxiv})\n`,
    );
  });

  test.each([
    [arxiv, { arxiv: '2401.00001' }],
    ['https://doi.org/10.1000/Abc(x)', { doi: '10.1000/abc(x)' }],
    ['https://blog.example.org/moss?x=1&y=(2)', { url: 'https://blog.example.org/moss?x=1&y=(2)' }],
  ])('%s is read back as what it is', (url, facts) => {
    const { records } = append('', 'Mosses in Gutters', url);
    expect(records).toMatchObject([{ title: 'Mosses in Gutters', ...facts }]);
  });

  test('a title is text, whatever stands in it', () => {
    const title = 'On [x](command:y) *and* `code` $5 <b>bold</b> & a_b_c';
    expect(append('', title, arxiv).records).toMatchObject([{ title, arxiv: '2401.00001' }]);
  });

  test('any title and address: one line more, and everything before stays', () => {
    const before = '# Moss\n\n- [Roofs](https://arxiv.org/abs/2401.00002)\n';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (title, url) => {
        const address = webAddress(url);
        fc.pre(address !== undefined);
        const { text } = append(before, title, address);
        expect(text.startsWith(before)).toBe(true);
        expect(text.slice(before.length)).toMatch(/^- [^\n\r]*\n$/);
      }),
    );
  });
});
