import type { KeyCompletion } from '../../../core/citations/completion/keyCompletion.ts';
import { namesOf } from '../../../core/readingLists.ts';
import type { PaperEngine, PaperRow, SearchRequest } from '../../../engine/paperEngine.ts';

/** A list in which nobody scrolls further. */
const most = 50;
/** Before anything is typed so many papers are named, whether they were used lately or not. */
const leastOffered = 20;
/** A paper that is cited here comes before others if it answers nearly as well as the best one. */
const nearlyAsGood = 0.5;

/** A paper that may be meant, and the key to cite it by. */
export interface OfferedPaper {
  readonly row: PaperRow;
  readonly key: string;
}

/** What is asked for. */
export interface Offering {
  readonly completion: Pick<KeyCompletion, 'typed' | 'cited'>;
  /** Keys of papers that were used lately, the last one first. */
  readonly recent: readonly string[];
  readonly turn: SearchRequest['turn'];
}

/**
 * The papers for what is typed, best first: by the search, those cited here before others that answer no better; before
 * anything is typed those cited here, then those used lately. `undefined` when a key is written already and what follows
 * are words behind it, and when a later question came.
 */
export async function offeredPapers(
  engine: PaperEngine,
  offering: Offering,
): Promise<readonly OfferedPaper[] | undefined> {
  const { typed, cited } = offering.completion;
  const query = typed.trim();
  const rows = query === '' ? await usedPapers(engine, offering) : await foundPapers(engine, query, offering);
  return rows?.map((row) => ({ row, key: keyFor(row, query, cited) }));
}

/** A document, and whoever types, may know a paper by another of its keys. */
function keyFor(row: PaperRow, query: string, cited: readonly string[]): string {
  const names = namesOf(row);
  if (names.includes(query)) return query;
  return cited.find((key) => names.includes(key)) ?? row.key;
}

async function usedPapers(engine: PaperEngine, { completion, recent }: Offering): Promise<readonly PaperRow[]> {
  const used = await engine.resolveKeys([...completion.cited.slice(0, most), ...recent]);
  const rows = different(used);
  if (rows.length >= leastOffered) return rows.slice(0, most);
  return different([...rows, ...(await engine.rows(leastOffered))]).slice(0, leastOffered);
}

async function foundPapers(
  engine: PaperEngine,
  query: string,
  { completion, turn }: Offering,
): Promise<readonly PaperRow[] | undefined> {
  const [first = ''] = query.split(/\s/, 1);
  const [[exact, begun], found] = await Promise.all([
    engine.resolveKeys([query, first]),
    engine.search({ query, limit: most, turn }),
  ]);
  // `[@smith2020 p. 3`: the key is written, its locator is being typed.
  if (found.superseded || (begun !== undefined && first !== query)) return undefined;
  const { answers } = found.answers.length > 0 ? found : await engine.search({ query: `key:${first}`, limit: most });
  const cited = new Set(completion.cited);
  const least = (answers[0]?.score ?? 0) * nearlyAsGood;
  const isCited = answers.map(({ row, score }) => score >= least && namesOf(row).some((name) => cited.has(name)));
  return different([
    exact,
    ...answers.filter((_, at) => isCited[at] === true).map(({ row }) => row),
    ...answers.map(({ row }) => row),
  ]);
}

/** Each paper once, where it comes first. */
function different(rows: readonly (PaperRow | undefined)[]): readonly PaperRow[] {
  const byKey = new Map<string, PaperRow>();
  for (const row of rows) if (row !== undefined && !byKey.has(row.key)) byKey.set(row.key, row);
  return [...byKey.values()];
}
