import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import type { ClusterForm, WrittenItem } from '../../../../../src/core/citations/citationWriter.ts';
import { withComma, withoutComma } from '../../../../../src/core/citations/write/notes.ts';
import { applyEdits } from '../support.ts';
import { syntaxes } from '../allSyntaxes.ts';
import { writerIn } from './support.ts';

const documents: Readonly<Record<string, readonly string[]>> = {
  pandoc: [''],
  latex: ['', '\\usepackage{natbib}\n', '\\usepackage{biblatex}\n', '\\parencites{x}{y}\n'],
  typst: [''],
  myst: ['', '{cite}`x`\n\n'],
  wiki: [''],
  footnote: [''],
  link: [''],
};
const signs = [
  'a',
  'B',
  '1',
  'ü',
  '水',
  '😀',
  '.',
  ':',
  '-',
  '_',
  '/',
  '{',
  '}',
  '#',
  '&',
  '@',
  '"',
  "'",
  '`',
  '\\',
  '%',
];
const keys = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9:._-]{0,8}$/),
  fc
    .array(fc.constantFrom(...signs, ' ', '[', ']', ',', ';', '~', '^', '|', '*', '$', '<', '>', '\u0000', '\uD800'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((some) => some.join('')),
);
const words = [
  'see',
  'p. 3',
  'and',
  'e.g.',
  '§',
  '`',
  '``',
  '$',
  '$x',
  '[',
  ']',
  '{',
  '}',
  '<!--',
  '-->',
  '\\',
  '\n',
  '%',
];
const notes = fc
  .array(
    fc.constantFrom('', 'see', 'cf.', ...words, '//', '/*', '"', '@b', ';', ',', '|', '#', '*', '~~', '<a', '(', '>'),
    {
      maxLength: 3,
    },
  )
  .map((some) => some.join(' ').trim());
const plainNotes = fc.constantFrom('', '', 'see', 'p. 3');
const items: fc.Arbitrary<WrittenItem> = fc.record({
  key: keys,
  prefix: fc.oneof(plainNotes, notes),
  suffix: fc.oneof(plainNotes, notes).map((note) => withComma(withoutComma(note))),
  suppressAuthor: fc.boolean(),
});
const asked = fc.record({
  items: fc.array(items, { minLength: 1, maxLength: 3 }),
  form: fc.constantFrom<ClusterForm>('bracketed', 'inText'),
});

/** What the clusters within a stretch of a text cite. */
function read(syntax: CitationSyntax, text: string, start: number, end: number): readonly WrittenItem[] {
  const scan = syntax.scan(text);
  const writer = syntax.writer({ text, scan });
  return scan.clusters
    .filter(({ range }) => range.start >= start && range.end <= end)
    .flatMap((cluster) => writer.items(cluster));
}

function onOneLine(item: WrittenItem): WrittenItem {
  const suffix = lineOf(item.suffix);
  return { ...item, prefix: lineOf(item.prefix), suffix: withoutComma(suffix) === '' ? '' : suffix };
}

describe.each(Object.entries(syntaxes))('%s', (id, syntax) => {
  const texts = documents[id] ?? [];

  test('what is written is read back, in whatever stands around it', () => {
    let written = 0;
    const around = fc.constantFrom(
      'word',
      'a `b` c',
      'x $y$ z',
      '`',
      '$',
      '-->',
      ']',
      '(see it)',
      '*x*',
      '\n\nnext',
      '}',
    );
    fc.assert(
      fc.property(asked, fc.constantFrom(...texts), around, ({ items: some, form }, document, after) => {
        const cluster = writerIn(syntax, document).cluster(some, form);
        if (cluster === undefined) return;
        written += 1;
        const lead = `${document}Words `;
        const text = `${lead}${cluster} ${after} `;
        expect(read(syntax, text, lead.length, lead.length + cluster.length)).toEqual(some.map(onOneLine));
      }),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(200);
  });

  test('what is added to a cluster is read beside what was there', () => {
    const simple = fc.record({
      key: fc.constantFrom('k', 'l', 'x_1'),
      prefix: plainNotes,
      suffix: plainNotes.map(withComma),
      suppressAuthor: fc.constant(false),
    });
    const some = fc.array(simple, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(asked, some, fc.constantFrom(...texts), fc.nat(2), (there, more, document, index) => {
        const cluster = writerIn(syntax, document).cluster(there.items, there.form);
        if (cluster === undefined) return;
        const text = `${document}Words ${cluster} more`;
        const scan = syntax.scan(text);
        const at = scan.clusters.findLast(({ range }) => range.start <= document.length + 6);
        const edit = at && syntax.writer({ text, scan }).further(more, at, Math.min(index, at.items.length - 1));
        if (edit === undefined) return;
        const after = applyEdits(text, [edit]);
        const found = read(syntax, after, document.length, after.length);
        // What is added to a command that leaves authors out loses its author, too.
        expect(sorted(found.map(withoutFlag))).toEqual(
          sorted([...there.items.map(onOneLine), ...more].map(withoutFlag)),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('another key is read in the place of one', () => {
    fc.assert(
      fc.property(asked, keys, fc.constantFrom(...texts), (there, key, document) => {
        const cluster = writerIn(syntax, document).cluster(there.items, there.form);
        if (cluster === undefined) return;
        const text = `${document}Words ${cluster} more`;
        const scan = syntax.scan(text);
        const at = scan.clusters.findLast(({ range }) => range.start <= document.length + 6);
        const edit = at && syntax.writer({ text, scan }).otherKey(key, at, 0);
        if (edit === undefined) return;
        const after = applyEdits(text, [edit]);
        const [first, ...others] = there.items.map(onOneLine);
        expect(read(syntax, after, document.length, after.length)).toEqual([{ ...first, key }, ...others]);
      }),
      { numRuns: 1500 },
    );
  });
});

function withoutFlag({ key, prefix, suffix }: WrittenItem): Omit<WrittenItem, 'suppressAuthor'> {
  return { key, prefix, suffix };
}

function lineOf(note: string): string {
  return note.replace(/\s*\n\s*/g, ' ').trim();
}

/** Works without regard of their order. */
function sorted(all: readonly object[]): readonly string[] {
  return all.map((one) => JSON.stringify(one)).sort();
}
