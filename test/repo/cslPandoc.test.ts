import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/core/csl/formattedText.ts';
import { isShippedStyle, shippedStyles, type ShippedStyle } from '../../src/core/csl/shippedCsl.ts';
import { scanCitations } from '../../src/core/citations/pandoc/scanCitations.ts';
import { cslDocuments } from './support/cslDocuments.ts';
import { pandocCiteproc, plainCitation, type PandocOutput } from './support/cslPandoc.ts';
import { formatShipped, styleWithLocale } from './support/cslShipped.ts';
import { cslWorks } from './support/cslWorks.ts';
import { repositoryRoot } from './support/repository.ts';

// Compares formatted citations and reference lists with those of pandoc, in every style that is shipped. Its answers are
// recorded, because 480 runs of it took half a minute: "PAPERSIDE_RECORD=1 npm run test:repo -- cslPandoc" makes the
// record anew. Where the same version of pandoc is installed, a part of the record is compared with it.

/** How many texts of each style are not what pandoc 2.17 prints. */
const differences: Readonly<Record<ShippedStyle, number>> = {
  apa: 40,
  'american-medical-association': 0,
  'association-for-computing-machinery': 327,
  'chicago-author-date': 9,
  'chicago-note-bibliography': 0,
  'elsevier-harvard': 36,
  'harvard-cite-them-right': 43,
  ieee: 19,
  'modern-language-association': 5,
  nature: 0,
  'springer-lecture-notes-in-computer-science': 0,
  vancouver: 20,
};
/**
 * Left out where each difference is explained and their share is limited, for each has one that comes again in many
 * documents: with these styles 499 of 6,756 texts differ (7.4 %), without them 73 of 4,504 (1.6 %).
 */
const leftOut: ReadonlyMap<string, string> = new Map([
  [
    'association-for-computing-machinery',
    'numbers follow the order of the list, which is another: pandoc has works without authors first and "van den Berg" under V',
  ],
  [
    'elsevier-harvard',
    'of web pages pandoc writes the year of access with four digits, and citeproc-js a full stop too many before the website',
  ],
  ['harvard-cite-them-right', 'pandoc has "van den Berg" under V in the list, and no full stop behind a German day'],
  ['vancouver', 'pandoc prints the pages 1-10 as "1–0"'],
]);
const shipped = Object.keys(shippedStyles).filter(isShippedStyle);
const styles = shipped.filter((style) => !leftOut.has(style));
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
    'pandoc sorts the work whose author stands in the text among the others, and so takes the author from it',
    ({ ours, theirs }) => parts(ours) === parts(theirs),
  ],
];

describe('citations and reference lists', () => {
  test.each(styles)('of %s read as pandoc prints them, but for what is listed', (style) => {
    const pairs = pairsOf(style);
    const differing = pairs.filter(isOther);
    const unexplained = differing.filter((pair) => !reasons.some(([, holds]) => holds(pair)));
    expect(unexplained).toEqual([]);
    expect(pairs.length).toBeGreaterThan(400);
  });

  test('differ in less than one of fifty', () => {
    const pairs = styles.flatMap(pairsOf);
    const differing = pairs.filter(isOther);
    const counts = reasons.map(([reason, holds], index) => {
      const before = reasons.slice(0, index);
      const found = differing.filter((pair) => holds(pair) && !before.some(([, earlier]) => earlier(pair)));
      return `${found.length}: ${reason}`;
    });
    const others = [...leftOut].map(([style, why]) => `${style} is left out: ${why}`);
    const all = `With all styles it is ${shareOf(shipped.flatMap(pairsOf))}.`;
    console.log([`Other than pandoc's are ${shareOf(pairs)}.`, ...counts, ...others, all].join('\n'));
    expect(differing.length / pairs.length).toBeLessThan(0.02);
  });

  test('differ in every style as often as is known', () => {
    const counted = shipped.map((style) => [style, pairsOf(style).filter(isOther).length]);
    expect(Object.fromEntries(counted)).toEqual(differences);
  });

  test.runIf(installed === pandoc)('are recorded as pandoc prints them', async () => {
    for (const style of shipped) {
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

function isOther({ ours, theirs }: Pair): boolean {
  return ours !== theirs;
}

function shareOf(pairs: readonly Pair[]): string {
  const other = pairs.filter(isOther).length;
  return `${other} of ${pairs.length} texts, ${((100 * other) / pairs.length).toFixed(1)} %`;
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
    .replace(/(?<!\w)(2019)[ab]/g, '$1')
    .replace(/,? ?[“„«]\s?(?:Lichens|Mosses)[^”“»]*(?:,?[”“]|\s?»)[,.]?/g, '')
    .replace(/[\s,]/g, '');
}

/** What stands between brackets, commas and semicolons, in an order of its own: the same works with the same words, sorted otherwise. */
function parts(text: string): string {
  const found = text.split(/[;,()[\]]/).map(withoutMarks);
  return found
    .filter((part) => part !== '')
    .sort()
    .join('|');
}

async function record(): Promise<void> {
  const all: Record<string, PandocOutput[]> = {};
  for (const style of shipped) {
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
