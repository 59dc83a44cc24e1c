// How long each paper file format takes, beside the floor and the npm readers. Run: node test/bench/parse.bench.ts [papers]
import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import { load as loadYaml } from 'js-yaml';
import papaparse from 'papaparse';
import { parse as parseXml } from 'txml';
import { parsePaperFile } from '../../src/core/formats/parsePaperFile.ts';
import { paperWriters } from '../support/paperWriters.ts';
import { writtenPapers } from '../support/writtenPapers.ts';

// These plug themselves into citation-js.
await Promise.all([
  import('@citation-js/plugin-bibtex'),
  import('@citation-js/plugin-ris'),
  import('@citation-js/plugin-enw'),
]);

const runs = 9;
/** What takes longer than this in all is not repeated. */
const longMilliseconds = 20_000;
const count = Number(process.argv[2] ?? 10_000);

/** What else reads the format: the fastest reader on npm that gives all values. */
interface Rival {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

interface Case {
  readonly format: string;
  readonly file: string;
  /** What the fastest possible reader would do at least. */
  readonly floor: (text: string) => unknown;
  readonly rival?: Rival;
}

const lines = (text: string): unknown => text.split('\n');
const json = (text: string): unknown => JSON.parse(text);
const inputOptions = { maxChainLength: 10, generateGraph: false, strict: false, target: '@csl/list+object' };
const chain = (type: string) => (text: unknown) => plugins.input.chain(text, { ...inputOptions, forceType: type });

const cases: readonly Case[] = [
  { format: 'bibtex', file: 'a.bib', floor: lines, rival: { name: 'citation-js', read: chain('@bibtex/text') } },
  { format: 'ris', file: 'a.ris', floor: lines, rival: { name: 'citation-js', read: chain('@ris/file') } },
  { format: 'nbib', file: 'a.nbib', floor: lines },
  { format: 'enw', file: 'a.enw', floor: lines, rival: { name: 'citation-js', read: chain('@enw/file') } },
  {
    format: 'cslJson',
    file: 'a.csl.json',
    floor: json,
    rival: { name: 'citation-js', read: (text) => chain('@csl/list+object')(JSON.parse(text)) },
  },
  {
    format: 'cslYaml',
    file: 'a.csl.yaml',
    floor: lines,
    rival: { name: 'js-yaml', read: loadYaml },
  },
  {
    format: 'jsonLines',
    file: 'papers.jsonl',
    floor: (text) => text.split('\n').map((line): unknown => (line === '' ? undefined : JSON.parse(line))),
  },
  {
    format: 'csv',
    file: 'papers.csv',
    floor: lines,
    rival: { name: 'papaparse', read: (text) => papaparse.parse(text, { header: true }) },
  },
  { format: 'arxivAtom', file: 'papers.xml', floor: lines, rival: { name: 'txml', read: (text) => parseXml(text) } },
  { format: 'markdown', file: 'papers.md', floor: lines },
  { format: 'listing', file: 'papers.txt', floor: lines },
  { format: 'plainListing', file: 'papers.txt', floor: lines },
];

function times(work: () => unknown): readonly number[] {
  const found: number[] = [];
  for (let total = 0; found.length < runs && total < longMilliseconds; total += found.at(-1) ?? 0) {
    globalThis.gc?.();
    const start = performance.now();
    work();
    found.push(performance.now() - start);
  }
  return found.toSorted((a, b) => a - b);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spread(sorted: readonly number[]): string {
  return `${median(sorted).toFixed(0)} (${sorted[0]?.toFixed(0) ?? ''}-${sorted.at(-1)?.toFixed(0) ?? ''})`;
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' '));
}

const widths = [12, 6, 8, 9, 20, 16, 8, 28, 8];

const { papers, corpus } = writtenPapers(count);
const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
console.log(
  `${count} ${corpus}, medians (range) of ${runs} runs in ms; the floor reads the file and splits lines or parses JSON`,
);
try {
  print(['format', 'MB', 'records', 'problems', 'parse ms', 'floor ms', 'x floor', 'npm reader', 'x faster']);
  for (const { format, file, floor, rival } of cases) {
    const text = paperWriters[format]?.(papers) ?? '';
    const path = join(folder, file);
    writeFileSync(path, text);
    const lowest = times(() => floor(readFileSync(path, 'utf8')));
    const parsed = parsePaperFile(file, text);
    const own = times(() => parsePaperFile(file, readFileSync(path, 'utf8')));
    const others = rival === undefined ? undefined : times(() => rival.read(readFileSync(path, 'utf8')));
    print([
      format,
      (Buffer.byteLength(text) / 1e6).toFixed(1),
      String(parsed.records.length),
      String(parsed.problems.length),
      spread(own),
      spread(lowest),
      (median(own) / median(lowest)).toFixed(1),
      rival === undefined || others === undefined ? '' : `${rival.name} ${spread(others)}`,
      others === undefined ? '' : (median(others) / median(own)).toFixed(1),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
