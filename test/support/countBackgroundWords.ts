// Counts in how many papers of a corpus each word stands and how it is used, and writes src/core/themes/backgroundWords.ts.
// Run: node test/support/countBackgroundWords.ts CORPUS.jsonl.gz ... (lines of JSON with title and abstract)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { functionWords } from '../../src/core/themes/functionWords.ts';
import { isContent } from '../../src/core/themes/form.ts';
import { tokensOf } from '../../src/core/themes/tokenise.ts';

const wordCount = 3000;
const output = join(import.meta.dirname, '../../src/core/themes/backgroundWords.ts');
const afterVerbMarker = new Set('to we can could will would may might must should cannot not they'.split(' '));

interface WordUse {
  papers: number;
  uses: number;
  /** Uses that end a noun phrase: punctuation, a function word or nothing follows. */
  ends: number;
  /** Uses after "to", "we", "can" and the like. */
  asVerb: number;
}

function readTexts(path: string): string[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const row: unknown = JSON.parse(line);
    if (typeof row !== 'object' || row === null) throw new Error(`${path}: a line is no object`);
    const title = 'title' in row && typeof row.title === 'string' ? row.title : '';
    const abstract = 'abstract' in row && typeof row.abstract === 'string' ? row.abstract : '';
    return `${title}. ${abstract}`;
  });
}

function countWords(texts: readonly string[]): Map<string, WordUse> {
  const words = new Map<string, WordUse>();
  for (const text of texts) {
    const tokens = tokensOf(text);
    const seen = new Set<string>();
    for (const [at, { term, joined }] of tokens.entries()) {
      if (!isContent(term)) continue;
      const word = words.get(term) ?? { papers: 0, uses: 0, ends: 0, asVerb: 0 };
      words.set(term, word);
      const next = tokens[at + 1];
      word.uses += 1;
      if (!seen.has(term)) word.papers += 1;
      seen.add(term);
      if (next === undefined || !next.joined || functionWords.has(next.term)) word.ends += 1;
      if (joined && afterVerbMarker.has(tokens[at - 1]?.term ?? '')) word.asVerb += 1;
    }
  }
  return words;
}

/** `!` after a verb, `~` after a word that mostly stands before another (an adjective, a modifier). */
function useMark({ uses, ends, asVerb }: WordUse): string {
  if (asVerb / uses > 0.2) return '!';
  return ends / uses < 0.3 ? '~' : '';
}

/** Bands by powers of two of the share: the first is 1/2 to 1. */
function bandsOf(words: ReadonlyMap<string, WordUse>, papers: number): string[][] {
  const bands: string[][] = [];
  const frequent = [...words].sort((a, b) => b[1].papers - a[1].papers || (a[0] < b[0] ? -1 : 1)).slice(0, wordCount);
  for (const [term, word] of frequent) {
    const band = Math.floor(-Math.log2(word.papers / papers));
    while (bands.length <= band) bands.push([]);
    bands[band]?.push(term + useMark(word));
  }
  return bands.map((band) => band.sort());
}

const texts = process.argv.slice(2).flatMap(readTexts);
if (texts.length === 0) throw new Error('Name at least one corpus: lines of JSON, gzipped, with title and abstract.');
const bands = bandsOf(countWords(texts), texts.length);
const rows = bands.map((band) => `  '${band.join(' ')}',`);
writeFileSync(
  output,
  `/**
 * Made by test/support/countBackgroundWords.ts from the titles and abstracts of ${String(texts.length)} papers on machine learning,
 * language, vision, robotics and artificial intelligence (1987 to 2025); not edited by hand. Word statistics only.
 *
 * The ${String(wordCount)} words that stand in the most papers, folded. Row \`i\` holds those that stand in a share of at most 1/2^i of the
 * papers and more than half of that. \`!\` marks a word that is mostly a verb, \`~\` one that mostly stands before another.
 */
export const backgroundWords: readonly string[] = [
${rows.join('\n')}
];
`,
);
console.log(`${output}: ${String(wordCount)} words of ${String(texts.length)} papers in ${String(bands.length)} rows`);
