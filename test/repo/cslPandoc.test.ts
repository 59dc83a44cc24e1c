import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/core/csl/formattedText.ts';
import type { ShippedStyle } from '../../src/core/csl/shippedCsl.ts';
import { scanCitations } from '../../src/core/citations/pandoc/scanCitations.ts';
import { cslDocuments } from './support/cslDocuments.ts';
import { pandocCiteproc, plainCitation, type PandocOutput } from './support/cslPandoc.ts';
import { formatShipped, styleWithLocale } from './support/cslShipped.ts';
import { cslWorks } from './support/cslWorks.ts';
import { repositoryRoot } from './support/repository.ts';

// Compares formatted citations and reference lists with those of pandoc. Its answers are recorded, because 280 runs of it take
// minutes on a busy machine: "PAPERSIDE_RECORD=1 npm run test:repo -- cslPandoc" makes the record anew. Where the same version
// of pandoc is installed, a part of the record is compared with it.

/**
 * Not here: vancouver, in which pandoc 2.17 prints the pages 1-10 as "1–0", and association-for-computing-machinery, of which
 * every number follows from where a list has works without authors: last in CSL, first in pandoc.
 */
const styles: readonly ShippedStyle[] = [
  'american-medical-association',
  'apa',
  'chicago-author-date',
  'chicago-note-bibliography',
  'ieee',
  'modern-language-association',
  'nature',
];
const documents = cslDocuments(40);
const recordFile = join(repositoryRoot, 'test/fixtures/pandoc/citations.json');
const recorded = v.object({
  pandoc: v.string(),
  styles: v.record(
    v.string(),
    v.array(v.object({ citations: v.array(v.string()), references: v.record(v.string(), v.string()) })),
  ),
});
const folder = mkdtempSync(join(tmpdir(), 'paperside-csl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (process.env['PAPERSIDE_RECORD'] === '1') await record();
const { pandoc, styles: answers } = v.parse(recorded, JSON.parse(readFileSync(recordFile, 'utf8')));
const installed = installedPandoc();
if (installed !== pandoc)
  console.log(`pandoc ${pandoc} is not installed: the record of its citations was not checked.`);

/** Where citeproc-js and pandoc's processor differ, and why. Tried in this order. */
const reasons: readonly (readonly [string, (pair: Pair) => boolean])[] = [
  [
    'a group of which only terms are left: pandoc leaves "[Online]." out where the date of access is not known',
    ({ style, ours, theirs }) => style === 'ieee' && ours.replace(/ \[(?:Online|En ligne)\]\./, '') === theirs,
  ],
  [
    'pandoc takes "arXiv:2402.00001" for a number, and writes "No." before it',
    ({ ours, theirs }) => theirs.replace(/\((?:No\.|Nr\.|no) arXiv/, '(arXiv') === ours,
  ],
  [
    'a term with a raised letter: pandoc does not begin it with a capital letter',
    ({ ours, theirs }) => ours.replace('(No 17)', '(no 17)') === theirs,
  ],
  [
    'pandoc tells works of one author and year apart only where both are cited in brackets',
    ({ ours, theirs }) => withoutMarks(ours) === withoutMarks(theirs),
  ],
  [
    'pandoc sorts works also where one is introduced, or its author stands in the text',
    ({ ours, theirs }) => letters(withoutMarks(ours)) === letters(withoutMarks(theirs)),
  ],
];

describe('citations and reference lists', () => {
  test.each(styles)('of %s read as pandoc prints them, but for what is listed', (style) => {
    const pairs = pairsOf(style);
    const differing = pairs.filter(({ ours, theirs }) => ours !== theirs);
    const unexplained = differing.filter((pair) => !reasons.some(([, holds]) => holds(pair)));
    expect(unexplained).toEqual([]);
    expect(pairs.length).toBeGreaterThan(400);
  });

  test('differ in less than one of fifty', () => {
    const pairs = styles.flatMap(pairsOf);
    const differing = pairs.filter(({ ours, theirs }) => ours !== theirs);
    const counts = reasons.map(([reason, holds], index) => {
      const before = reasons.slice(0, index);
      const found = differing.filter((pair) => holds(pair) && !before.some(([, earlier]) => earlier(pair)));
      return `${found.length}: ${reason}`;
    });
    console.log([`Of ${pairs.length} texts ${differing.length} differ from pandoc's.`, ...counts].join('\n'));
    expect(differing.length / pairs.length).toBeLessThan(0.02);
  });

  test.runIf(installed === pandoc)('are recorded as pandoc prints them', async () => {
    for (const style of styles) {
      // One in English, one in German.
      const again = await Promise.all([0, 3].map((index) => askPandoc(style, index)));
      expect(again).toEqual([answers[style]?.[0], answers[style]?.[3]]);
    }
  });
});

interface Pair {
  readonly style: ShippedStyle;
  readonly ours: string;
  readonly theirs: string;
}

const compared = new Map<ShippedStyle, readonly Pair[]>();

function pairsOf(style: ShippedStyle): readonly Pair[] {
  const pairs = compared.get(style) ?? compareWithRecord(style);
  compared.set(style, pairs);
  return pairs;
}

function compareWithRecord(style: ShippedStyle): readonly Pair[] {
  return documents.flatMap(({ text, language }, index) => {
    const theirs = answers[style]?.[index];
    const clusters = scanCitations(text).clusters.map(({ kind, items }) => ({ inText: kind === 'inText', items }));
    const ours = formatShipped({
      style: { shipped: style },
      language,
      citations: clusters,
      listed: [],
      works: cslWorks,
    });
    expect(theirs?.citations).toHaveLength(ours.citations.length);
    const order = { style, ours: ours.references.map(({ keys }) => keys[0]).join(' '), theirs: orderOf(theirs) };
    const citations = ours.citations.map((citation, at) => ({
      style,
      ours: plainCitation(`${textOf(citation.author)} ${textOf(citation.text)}`),
      theirs: theirs?.citations[at] ?? '',
    }));
    const references = ours.references.map(({ keys: [key = ''], label, text: entry }) => ({
      style,
      ours: plainCitation(`${textOf(label)} ${textOf(entry)}`),
      theirs: theirs?.references[key] ?? '',
    }));
    return [...citations, ...references, order];
  });
}

function orderOf(output: PandocOutput | undefined): string {
  return Object.keys(output?.references ?? {}).join(' ');
}

/** Without letters after years, and without short titles that tell works apart. */
function withoutMarks(text: string): string {
  return text
    .replace(/(2019)[ab]/g, '$1')
    .replace(/,? ?[“„«]\s?(?:Lichens|Mosses)[^”“»]*(?:,?[”“]|\s?»)[,.]?/g, '')
    .replace(/[\s,]/g, '');
}

function letters(text: string): string {
  return text
    .replace(/[\s;,()[\]]/g, '')
    .split('')
    .sort()
    .join('');
}

async function record(): Promise<void> {
  const all: Record<string, PandocOutput[]> = {};
  for (const style of styles) {
    const outputs: PandocOutput[] = [];
    const waiting = [...documents.keys()];
    const work = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        outputs[index] = await askPandoc(style, index);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    all[style] = outputs;
  }
  mkdirSync(dirname(recordFile), { recursive: true });
  writeFileSync(recordFile, `${JSON.stringify({ pandoc: installedPandoc(), styles: all }, null, 1)}\n`);
}

function askPandoc(style: ShippedStyle, index: number): Promise<PandocOutput> {
  const { text = '', language = '' } = documents[index] ?? {};
  // Several run at once: each has files of its own.
  const path = join(folder, `${style}-${index}`);
  writeFileSync(`${path}.md`, text);
  writeFileSync(`${path}.json`, JSON.stringify(cslWorks));
  writeFileSync(`${path}.csl`, styleWithLocale(style, language));
  const options = ['--csl', `${path}.csl`, '--bibliography', `${path}.json`, '-M', `lang=${language}`];
  return pandocCiteproc(`${path}.md`, options);
}

function installedPandoc(): string {
  const { stdout } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return /^pandoc(?:\.exe)? (\S+)/.exec(typeof stdout === 'string' ? stdout : '')?.[1] ?? '';
}
