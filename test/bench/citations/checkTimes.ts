import {
  checkCitations,
  unknownKeysIn,
  type CheckedDocument,
} from '../../../src/core/citations/check/checkCitations.ts';
import { findingCodes } from '../../../src/core/citations/check/finding.ts';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';
import { stopwatch, type Took } from './stopwatch.ts';

/** As the extension looks for them. */
const mostLookedFor = 20;
const mostNear = 3;
/** Of so many citations one has a key that nothing has. */
const oneUnknownOf = 50;

/** A document that is written: so many words and citations, some of their keys with a slip. */
export function citingText(keys: readonly string[], words: number, citations: number): string {
  const between = Math.floor(words / citations);
  const sentence = Array.from({ length: between }, (_, at) => `word${at % 97}`).join(' ');
  const places = Array.from({ length: citations }, (_, at) => {
    const key = keys[(at * 7919) % keys.length] ?? '';
    const cited = at % oneUnknownOf === 0 ? `${key.slice(0, 3)}${key.slice(4)}q` : key;
    return `${sentence} [see @${cited}, p. ${at}].${at % 5 === 4 ? '\n\n' : ' '}`;
  });
  return places.join('');
}

/** What checks of one document took, each from the text to its findings. */
export interface CheckTimes {
  /** With all unknown keys new, whose nearest are looked for: when a document is opened. */
  readonly opened: readonly Took[];
  /** With those looked for already: when somebody writes on. */
  readonly written: readonly Took[];
}

/** Checks a text so often in either way; what is prepared at the first question does not count. */
export async function checkTimes(engine: PaperEngine, text: string, runs: number): Promise<CheckTimes> {
  const near = new Map<string, readonly string[]>();
  await check(engine, text, near);
  const opened: Took[] = [];
  const written: Took[] = [];
  for (let run = 0; run < runs; run += 1) {
    opened.push(await timeOf(() => check(engine, `${text}\nOpened ${run}.`, new Map())));
    written.push(await timeOf(() => check(engine, `${text}\nWritten ${run}.`, near)));
  }
  return { opened, written };
}

async function timeOf(work: () => Promise<void>): Promise<Took> {
  const took = stopwatch();
  await work();
  return took();
}

/** As the extension does it; `near` is what it remembers. */
async function check(engine: PaperEngine, text: string, near: Map<string, readonly string[]>): Promise<void> {
  const answer = await engine.citedKeys({ path: 'text.md', languageId: 'markdown', text });
  const { citations, facts } = answer ?? { citations: [], facts: [] };
  const document: CheckedDocument = {
    citations,
    facts: new Map(facts.map((one) => [one.key, one])),
    bibliography: undefined,
    isComplete: true,
    enabled: new Set(findingCodes),
    isIgnored: () => false,
  };
  const unknown = unknownKeysIn(document).slice(0, mostLookedFor);
  const asked = unknown.filter((key) => !near.has(key));
  const found = await Promise.all(asked.map((key) => engine.nearKeys(key, mostNear)));
  for (const [index, key] of asked.entries())
    near.set(
      key,
      (found[index] ?? []).map((one) => one.key),
    );
  const findings = checkCitations(document, near);
  if (findings.length === 0) throw new Error('A check found nothing, so its time says nothing.');
}
