// How long each paper file format takes, beside the floor and the npm readers. Run: node test/bench/parse.bench.ts [papers]
import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import { parse as parseYaml } from 'yaml';
import { parsePaperFile } from '../../src/core/formats/parsePaperFile.ts';
import { paperWriters } from '../support/paperWriters.ts';
import { writtenPapers } from '../support/writtenPapers.ts';

// These plug themselves into citation-js.
await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]);

const runs = 5;
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
const chain = (type: string) => (text: string) => plugins.input.chain(text, { ...inputOptions, forceType: type });

const cases: readonly Case[] = [
  { format: 'bibtex', file: 'a.bib', floor: lines, rival: { name: 'citation-js', read: chain('@bibtex/text') } },
  { format: 'ris', file: 'a.ris', floor: lines, rival: { name: 'citation-js', read: chain('@ris/file') } },
  { format: 'nbib', file: 'a.nbib', floor: lines },
  { format: 'enw', file: 'a.enw', floor: lines },
  { format: 'cslJson', file: 'a.csl.json', floor: json },
  {
    format: 'cslYaml',
    file: 'a.csl.yaml',
    floor: lines,
    rival: { name: 'yaml', read: (text): unknown => parseYaml(text) },
  },
  {
    format: 'jsonLines',
    file: 'papers.jsonl',
    floor: (text) => text.split('\n').map((line): unknown => (line === '' ? undefined : JSON.parse(line))),
  },
  { format: 'csv', file: 'papers.csv', floor: lines },
  { format: 'arxivAtom', file: 'papers.xml', floor: lines },
  { format: 'markdown', file: 'papers.md', floor: lines },
  { format: 'listing', file: 'papers.txt', floor: lines },
];

function times(work: () => unknown): readonly number[] {
  return Array.from({ length: runs }, () => {
    globalThis.gc?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spread(sorted: readonly number[]): string {
  return `${median(sorted).toFixed(0)} (${sorted[0]?.toFixed(0) ?? ''}-${sorted.at(-1)?.toFixed(0) ?? ''})`;
}

const { papers, corpus } = writtenPapers(count);
const folder = mkdtempSync(join(tmpdir(), 'paperside-bench-'));
console.log(
  `${count} ${corpus}, medians (range) of ${runs} runs in ms; the floor reads the file and splits lines or parses JSON`,
);
try {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const { format, file, floor, rival } of cases) {
    const text = paperWriters[format]?.(papers) ?? '';
    const path = join(folder, file);
    writeFileSync(path, text);
    const lowest = times(() => floor(readFileSync(path, 'utf8')));
    const parsed = parsePaperFile(file, text);
    const own = times(() => parsePaperFile(file, readFileSync(path, 'utf8')));
    const others = rival === undefined ? undefined : times(() => rival.read(text));
    rows[format] = {
      MB: (Buffer.byteLength(text) / 1e6).toFixed(1),
      records: parsed.records.length,
      problems: parsed.problems.length,
      'parse ms': spread(own),
      'floor ms': spread(lowest),
      'x floor': (median(own) / median(lowest)).toFixed(1),
      'npm reader': rival === undefined || others === undefined ? '' : `${rival.name} ${spread(others)}`,
      'x faster': others === undefined ? '' : (median(others) / median(own)).toFixed(1),
    };
  }
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true });
}
