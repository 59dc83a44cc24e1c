import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isShippedStyle, shippedStyles, type ShippedStyle } from '../../src/core/csl/shippedCsl.ts';
import { compareDocument, comparedDocuments, readRecord, recordFile, type Pair } from './support/cslComparison.ts';
import { differenceReasons } from './support/cslDifferences.ts';
import { pandocCiteproc, type PandocOutput } from './support/cslPandoc.ts';
import { styleWithLocale } from './support/cslShipped.ts';
import { citedWorks } from './support/cslWorks.ts';

// Compares formatted citations and reference lists with those of pandoc, in every style that is shipped. Its answers are
// recorded, because 480 runs of it took half a minute: "PAPERSIDE_RECORD=1 npm run test:repo -- cslPandoc" makes the
// record anew. Where the same version of pandoc is installed, a part of the record is compared with it.

/** How many texts of each style are not what pandoc 2.17 prints: 198 of 9,912. */
const differences: Readonly<Record<ShippedStyle, number>> = {
  apa: 26,
  'american-medical-association': 0,
  'association-for-computing-machinery': 40,
  'chicago-author-date': 11,
  'chicago-note-bibliography': 21,
  'elsevier-harvard': 24,
  'harvard-cite-them-right': 25,
  ieee: 21,
  'modern-language-association': 11,
  nature: 0,
  'springer-lecture-notes-in-computer-science': 0,
  vancouver: 19,
};
const shipped = Object.keys(shippedStyles).filter(isShippedStyle);
const folder = mkdtempSync(join(tmpdir(), 'paperside-csl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (process.env['PAPERSIDE_RECORD'] === '1') await record();
const { pandoc, styles: answers } = readRecord();
const installed = installedPandoc();
if (installed !== pandoc)
  console.log(`pandoc ${pandoc} is not installed: the record of its citations was not checked.`);

describe('citations and reference lists', () => {
  test.each(shipped)('of %s read as pandoc prints them, but for what is listed', (style) => {
    const pairs = pairsOf(style);
    const unexplained = pairs.filter(isOther).filter((pair) => reasonOf(pair) === undefined);
    expect(unexplained).toEqual([]);
    expect(pairs.length).toBeGreaterThan(400);
  });

  test('differ in less than one of fifty, in all styles together', () => {
    const pairs = shipped.flatMap(pairsOf);
    const differing = pairs.filter(isOther);
    const counts = differenceReasons.map((reason) => {
      const count = differing.filter((pair) => reasonOf(pair) === reason).length;
      const section = reason.section === undefined ? '' : ` (CSL, "${reason.section}")`;
      return `${count}: ${reason.what}${section}`;
    });
    const against = differing.filter((pair) => reasonOf(pair)?.section !== undefined);
    const share = `Other than pandoc's are ${differing.length} of ${pairs.length} texts`;
    console.log([`${share}; in ${against.length} of them pandoc is not what CSL says.`, ...counts].join('\n'));
    expect(differing.length / pairs.length).toBeLessThan(0.02);
    // Where CSL leaves it open who is right.
    expect((differing.length - against.length) / pairs.length).toBeLessThan(0.01);
  });

  test('have no reason listed that explains nothing', () => {
    const found = new Set(shipped.flatMap(pairsOf).filter(isOther).map(reasonOf));
    expect(differenceReasons.filter((reason) => !found.has(reason))).toEqual([]);
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

function isOther({ ours, theirs }: Pair): boolean {
  return ours !== theirs;
}

function reasonOf(pair: Pair): (typeof differenceReasons)[number] | undefined {
  return differenceReasons.find(({ explains }) => explains(pair));
}

const compared = new Map<ShippedStyle, readonly Pair[]>();

function pairsOf(style: ShippedStyle): readonly Pair[] {
  const none: PandocOutput = { citations: [], references: {} };
  const pairs =
    compared.get(style) ??
    comparedDocuments.flatMap((document, index) => compareDocument(style, document, answers[style]?.[index] ?? none));
  compared.set(style, pairs);
  return pairs;
}

async function record(): Promise<void> {
  const all: Record<string, PandocOutput[]> = {};
  for (const style of shipped) {
    const outputs: PandocOutput[] = [];
    const waiting = [...comparedDocuments.keys()];
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
  const { text = '', language = '' } = comparedDocuments[index] ?? {};
  // Several run at once: each has files of its own.
  const path = join(folder, `${style}-${index}`);
  writeFileSync(`${path}.md`, text);
  writeFileSync(`${path}.json`, JSON.stringify(citedWorks));
  writeFileSync(`${path}.csl`, styleWithLocale(style, language));
  const options = ['--csl', `${path}.csl`, '--bibliography', `${path}.json`, '-M', `lang=${language}`];
  return pandocCiteproc(`${path}.md`, options);
}

function installedPandoc(): string {
  const { stdout } = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return /^pandoc(?:\.exe)? (\S+)/.exec(typeof stdout === 'string' ? stdout : '')?.[1] ?? '';
}
