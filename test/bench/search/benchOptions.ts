import { parseArgs } from 'node:util';
import { engineList } from './engineList.ts';

/** What a run of the benchmark measures. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly corpus: string | undefined;
  readonly engines: readonly string[];
  readonly queries: number;
  readonly sessions: number;
  /** For one kind of query and one engine, by the number of papers. */
  answerSeconds(size: number): number;
  /** An engine that takes longer is ended. */
  readonly buildSeconds: number;
  /** Queries to print of each kind that a peer answers better than we do. */
  readonly failures: number;
}

const manyPapers = 20_000;

/** How the benchmark is called. */
export const usage = `npm run bench:search -- [sizes] [options]
  sizes          1000 10000 100000 unless given
  --large        300000 too
  --quick        1000 10000, 50 queries of a kind, less time for each
  --corpus FILE  papers of a JSON Lines file (.gz or not); beyond its size they are put together anew from its parts
  --engines A,B  some of: ${engineList.map(({ name }) => name).join(', ')}
  --queries N    of each kind (200)
  --seconds N    for one kind of query and one engine (8, for many papers 5)
  --failures N   prints N queries of each kind that a peer answers better than we do`;

/** Throws with a message for people when the arguments make no sense. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      large: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      engines: { type: 'string' },
      queries: { type: 'string' },
      seconds: { type: 'string' },
      failures: { type: 'string' },
    },
  });
  const { large, quick } = values;
  const usual = quick ? [1000, 10_000] : [1000, 10_000, 100_000];
  const sizes = positionals.length > 0 ? positionals.map((size) => wholeNumber('size', size)) : usual;
  const names = engineList.map(({ name }) => name);
  const engines = values.engines?.split(',') ?? names;
  const seconds = values.seconds === undefined ? undefined : wholeNumber('--seconds', values.seconds);
  const unknown = engines.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No engine is called ${unknown.join(', ')}.\n${usage}`);
  return {
    sizes: large ? [...sizes, 300_000] : sizes,
    corpus: values.corpus,
    engines,
    queries: wholeNumber('--queries', values.queries ?? (quick ? '50' : '200')),
    sessions: quick ? 30 : 200,
    answerSeconds: (size) => seconds ?? (quick ? 1 : size > manyPapers ? 5 : 8),
    buildSeconds: large ? 600 : quick ? 40 : 150,
    failures: values.failures === undefined ? 0 : wholeNumber('--failures', values.failures),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name} must be a number above 0.\n${usage}`);
  return number;
}
