import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatBibtexEntry } from '../../src/core/bibliography/write/bibtexWriter.ts';
import { formatCslItem } from '../../src/core/bibliography/write/cslJsonWriter.ts';
import { planBibliographyField } from '../../src/core/bibliography/frontMatter.ts';
import { plainItem } from '../../src/core/citations/citationWriter.ts';
import { planCitationInsert } from '../../src/core/citations/insertCitation.ts';
import { pandocSyntax } from '../../src/core/citations/pandoc/pandocSyntax.ts';
import { scanCitations } from '../../src/core/citations/pandoc/scanCitations.ts';
import type { PaperFields } from '../../src/core/paper.ts';
import { generatedDocuments } from './support/pandocDocuments.ts';
import { citesOf, member, read, readAll, type Read } from './support/pandocReader.ts';

/** Compares our Markdown and BibTeX with the program they are made for. Where pandoc is not installed it says so. */
const pandoc = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
const hasPandoc = pandoc.status === 0;
if (!hasPandoc)
  console.log('pandoc is not installed: its checks did nothing (install it with "apt-get install pandoc").');

const folder = mkdtempSync(join(tmpdir(), 'paperside-pandoc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In any order: pandoc lists by structure, the scanner by place. */
const sorted = (cites: Read[][]) => cites.map((cite) => JSON.stringify(cite)).sort();

function ours(text: string): Read[][] {
  return scanCitations(text).clusters.map(({ kind, items: cited }) =>
    cited.map(({ key, prefix, suffix, suppressAuthor }, index) => ({
      key,
      mode: kind === 'inText' && index === 0 ? 'AuthorInText' : suppressAuthor ? 'SuppressAuthor' : 'NormalCitation',
      prefix: prefix.replace(/\s+/g, ' '),
      suffix: suffix.replace(/\s+/g, ' '),
    })),
  );
}

const cases = [
  'Blah [@doe2020].',
  '[see @doe2020, pp. 33-35 and *passim*; @smith04, ch. 1]',
  '[-@doe2020]',
  '@smith04 says',
  '@smith04 [p. 33] says',
  '@a [@b; @c]',
  '@a [p. 3; see @c]',
  '@a [; @b]',
  '@a []',
  '@a [p. 3](u)',
  '@a [p. 3]{.x}',
  '@a\n[p. 3]',
  '@a  [p. 3]',
  '@a [^1]\n\n[^1]: x',
  '@{a{b}c} @{x.} @{a b} @a{b',
  '@Foo_bar.baz. @Foo--bar @a:b:c @http://x.org/y @a//b @a..b',
  '@müller @a² @a\u0301b',
  '中文@a 中文[@b]',
  'me@x.org foo.@a foo,@b foo-@c foo_@d foo/@e (@f',
  '.@a ...@b',
  '[me@x.org; @a]',
  '[see @a; no key]',
  '[@a; ]',
  '[ @a ]',
  '[@a\nand @b]',
  '[@a and @b; -@c]',
  '[see [foo @b] @a]',
  '[see @a [p. 3]; @b]',
  '[[@a]] [x [@b]]',
  '[@a][@b]',
  '[@a](url)',
  '[@a]{.c}',
  '[@a] (x)',
  '[@a]:foo',
  '![@a](x.png)',
  '[@a](<b c> "t")',
  '^[note @a] ^[@b]',
  '[^1]: @a\n\nx[^1]',
  '\\@a \\\\@b',
  '`@a` ``@b`` `` @c',
  '$@a$ $$@b$$ $ @c$',
  '$@d $ $@e$1',
  '<!-- @a\n\n@b --> [@c]',
  '<b x="@b">@a</b> <http://@c> <me@d.org>',
  '```\n@a\n```\n\n@b',
  '```\n@a\n\n@b',
  '~~~~ {.r}\n@a\n~~~\n@b\n~~~~\n@c',
  'text\n```\n@a\n```',
  'text\n~~~\n@a\n~~~',
  '    @a\n\n@b',
  'text\n    @a',
  '- x\n\n    @a\n\n      @b\n\n          @c',
  '1.  x\n\n        @a\n\n    @b',
  '> ```\n> @a\n> ```\n>\n> @b',
  '- [@a\n- b]',
  'text\n- [@b\n- c]',
  '\\cite{@a} \\foo[@c]{@d} @e',
  '\\begin{a}\n\n@x\n\n\\end{a} @y',
  '(@good) item\n\n@good and [@good]',
  '@a. foo\n\n@b) bar',
  '---\ntitle: x\nnocite: y\n...\n\n@b',
  'x\n\n---\nabstract: y @c\n---\n\n@b',
  '---\n\ntitle: @a\n---',
  '<pre>\n@b\n</pre>\n\n@c',
  '# H @a {#x}\n\n[@b]',
  '| a | b |\n|---|---|\n| @a | [@b; @c] |',
  '*@a* **[@b]** "@c"',
  '[x]: http://foo/@a "t @b"\n\n@c',
  'term\n\n:   def @a\n\n        @b',
  'Title @a\n===\n[@b]',
  '[-@a; --@b]',
  '[x-@a]',
  '[@fig-a; @sec:b]',
  '[@a, {ii, A}]',
  '- a\n\n@b\n\n    @c',
  '[@a',
  '@a]',
  '[@a; @b',
  '(@a) x\n\n@a [p. 3] and @a',
  '(@a)\n\n@a [p. 3] and @a',
  '(@a) x\n\n@a [@b] and -@a [@a; @c] and [see @a]',
  '@a [p. 3] and @a [@b] and @a and -@a and @a [p. 3]{.x}\n\n(@a) x @a [@d]',
  '@a [@b]{.c} @a [@b; @c]{.c}',
  '> [@a;\n> see @b; >\n> @c] @d\n> [p. 3\n> 4]',
  'x [@a;\n> see @b]',
  '@ @- @;',
];

describe('scanCitations reads as pandoc does', () => {
  test.each(cases)('%j', (text) => {
    if (!hasPandoc) return;
    expect(sorted(ours(text))).toEqual(sorted(citesOf(member(read(text, '-f', 'markdown'), 'blocks'))));
  });

  test('in 500 generated documents with every construct', () => {
    if (!hasPandoc) return;
    const documents = generatedDocuments(500);
    const all = readAll(folder, documents);
    const differences = documents.flatMap((text, index) => {
      const expected = sorted(citesOf(all[index]));
      const found = sorted(ours(text));
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ text, found, expected }];
    });
    expect(differences.slice(0, 5)).toEqual([]);
    expect(all.length).toBe(500);
    // The documents do cite.
    expect(documents.flatMap(ours).length).toBeGreaterThan(1000);
  }, 120_000);

  test('what is inserted, pandoc reads', () => {
    if (!hasPandoc) return;
    const text = 'Word, [see @a, p. 3] and @b [p. 4] or @c. (x)';
    const document = { syntax: pandocSyntax, text, scan: pandocSyntax.scan(text) };
    for (let offset = 0; offset <= text.length; offset += 1) {
      let after = text;
      const selections = [{ start: offset, end: offset }];
      const items = ['k1', 'k.'].map(plainItem);
      for (const edit of planCitationInsert(document, { selections, replaces: false }, items).edits) {
        after = after.slice(0, edit.start) + edit.text + after.slice(edit.end);
      }
      const keys = citesOf(read(after, '-f', 'markdown')).flatMap((cite) => cite.map(({ key }) => key));
      expect([offset, ...keys.sort()]).toEqual([offset, 'a', 'b', 'c', 'k.', 'k1']);
    }
  });
});

function paper(title: string, more: Partial<PaperFields> = {}): PaperFields {
  return { title, abstract: '', authors: [], keywords: [], ...more };
}

const papers: readonly PaperFields[] = [
  paper('Playing Games with Large Language Models'),
  paper('AmadeusGPT: a natural language interface for animal behavior'),
  paper('Life, uh, Finds a Way: 100% of R&D in a_b #1 ~ ^ ` "quoted" <b>'),
  paper('}, note={x} \\input{/etc/passwd} \\write18{id}'),
  paper('{unbalanced \\ $5 and 6'),
  paper('closed} first $x'),
  paper('a--b and c---d $(trash) [x](command:y) <script>alert(1)</script>'),
  paper('Sums of $O(n)$', { arxiv: '2401.00001', url: 'https://arxiv.org/abs/2401.00001', year: 2024 }),
  paper('Über naïve Übersetzung 中文', {
    authors: ['Ada Lovelace', 'van der Berg, Jan', 'OpenAI Team', 'Smith and Sons', 'Ünal Özgür'],
  }),
  paper('All Known', {
    authors: ['A. B. See'],
    year: 2023,
    venue: 'Proceedings of X & Y',
    doi: '10.1000/a_b(1)<2>',
    url: 'https://x.org/a_b?c=%20&d#e',
    keywords: ['a & b'],
  }),
  paper('In a Journal', { authors: ['A. B. See'], year: 2023, venue: 'Journal of #1 Things' }),
];

/** Plain letters and digits only: typographic differences (quotes, dashes, capitals) are the style's own. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

describe('pandoc --citeproc renders what is written', () => {
  test.each(papers.map((one, index) => [one.title, one, index] as const))('%j', (title, one, index) => {
    if (!hasPandoc) return;
    const key = `title-only-${index}.`;
    for (const [name, content] of [
      [`b${index}.bib`, `${formatBibtexEntry({ ...one, abstract: one.title }, 'k', { abstract: true })}\n`],
      [`c${index}.json`, `[${formatCslItem(one, key)}]\n`],
    ] as const) {
      writeFileSync(join(folder, name), content);
      const cited = name.endsWith('.bib') ? 'k' : `{${key}}`;
      let text = `Cited [@${cited}].\n`;
      const edit = planBibliographyField(text, name);
      text = text.slice(0, edit?.start) + (edit?.text ?? '') + text.slice(edit?.end);
      const run = spawnSync('pandoc', ['--citeproc', '-t', 'plain', '--wrap=none'], {
        input: text,
        encoding: 'utf8',
        cwd: folder,
      });
      expect(run.stderr).toBe('');
      expect(run.status).toBe(0);
      const expected = title.replace(/<\/?b>/g, '').replace(/\$(O\(n\))\$/, name.endsWith('.bib') ? '$1' : '$$$1$$');
      expect(letters(run.stdout.split('\n').slice(1).join(' '))).toContain(letters(expected));
    }
  });

  test('a path with signs is found as it is named', () => {
    if (!hasPandoc) return;
    for (const name of ["_a_ john's--*b*.bib", 'x ~y~ ^z^ $q$ 3...bib.bib', 'été (1).bib']) {
      writeFileSync(join(folder, name), '@misc{k, title={Some Title}}\n');
      const edit = planBibliographyField('[@k]\n', name);
      const run = spawnSync('pandoc', ['--citeproc', '-t', 'plain'], {
        input: `${edit?.text ?? ''}[@k]\n`,
        encoding: 'utf8',
        cwd: folder,
      });
      expect(run.stderr).toBe('');
      expect(run.stdout).toContain('Some Title');
    }
  });
});
