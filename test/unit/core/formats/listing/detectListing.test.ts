import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listing } from '../../../../../src/core/formats/listing/listing.ts';

const lists = join(import.meta.dirname, '../../../../fixtures/lists');
const plain = 'Slow Clocks\n\nClocks are slow, and nobody minds. We do.\n';

test.each(readdirSync(lists))('%s is a list', (file) => {
  expect(listing.detect(file, readFileSync(join(lists, file), 'utf8'))).toBeGreaterThan(0);
});

test.each([
  ['papers.txt', plain],
  ['papers.md', plain],
  ['papers', ''],
  ['papers.txt', '[1] Slow Clocks\n\nClocks are slow.\n'],
  ['papers.txt', '[Slow Clocks](https://example.org)\n\nClocks are slow.\n'],
  ['papers.txt', '<https://example.org/list>\n\nSlow Clocks\n\nClocks are slow.\n'],
  [
    'papers.txt',
    'Bread, Butter, Bacteria\n\nThey grow, as all do, in the dark.\n\nSlow Clocks, Fast Clocks\n\nClocks are slow.',
  ],
  ['papers.txt', '<script>alert(1)</script><img src=x> A Study of Clocks\n\nClocks are slow.\n'],
  ['papers.txt', 'Imports and Exports of Words\n\nWords travel.\n'],
])('%s: %j may be one', (name, text) => {
  expect(listing.detect(name, text)).toBe(0.1);
});

test.each(['json', 'jsonl', 'xml', 'csv', 'tsv', 'bib', 'ris', 'nbib', 'enw', 'yaml', 'yml', 'BIB', 'html'])(
  'papers.%s never is',
  (extension) => {
    expect(listing.detect(`papers.${extension}`, plain)).toBe(0);
  },
);

test.each([
  ['JSON', '{"title": "Slow Clocks"}'],
  ['JSON cut in the middle', '[\n  {"title": "Slow Cl'],
  ['JSON of numbers', '[1, 2, 3]'],
  ['nested JSON', '[[[[[[['],
  ['an XML feed', '\n<?xml version="1.0"?>\n<feed><title>x</title></feed>'],
  ['an HTML page', '<!DOCTYPE html>\n<html><head><title>Slow Clocks</title></head><body><p>Clocks.</p></body></html>'],
  ['HTML without a head', '<div class="paper">\n<h3>Slow Clocks</h3>\n<p>Clocks are slow.</p>\n</div>'],
  ['HTML that begins with a tag over two lines', '<div class="paper"\n  id="x">Slow Clocks</div>'],
  ['HTML on one line', '<html><head></head>\n<body>Slow Clocks</body></html>'],
  ['PostScript', '%!PS-Adobe-3.0\n%%Title: Slow Clocks\n'],
  ['a PDF', '%PDF-1.7\nSlow Clocks'],
  ['BibTeX', '@article{a,\n  title = {Slow Clocks}\n}\n'],
  ['LaTeX', '\\documentclass{article}\n\\title{Slow Clocks}'],
  ['a program', 'const a = 1;\nfunction f() {\n  return a;\n}\n'],
  ['a table', 'title,year,authors\n"Slow, Clocks",2024,A. Bell\nFast Clocks,2023,C. Door\n'],
  ['a table of numbers', 'time\tvalue\terror\n1\t2.0\t0.1\n2\t3.0\t0.2\n'],
  ['YAML', 'references:\n- id: a\n  title: Slow Clocks\n  author:\n    - family: Bell\n'],
])('%s is none', (_name, text) => {
  expect(listing.detect('papers.txt', text)).toBe(0);
});
