import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { repositoryRoot } from '../../support/repositoryRoot.ts';

/** What happened in a part of a run. */
const entrySchema = v.object({
  /** Processes and windows that were ended. */
  kills: v.optional(v.number()),
  /** Saves that the page called done, and that are in the file. */
  saves: v.optional(v.number()),
  conflicts: v.optional(v.number()),
  /** Pieces of text that were called safe, and their characters. */
  promised: v.optional(v.number()),
  characters: v.optional(v.number()),
  /** Characters of these that are nowhere. */
  lost: v.optional(v.number()),
  /** What could not be tried here, and why. */
  notRun: v.optional(v.string()),
});

type Entry = v.InferOutput<typeof entrySchema>;

const file = path.join(repositoryRoot, 'out/faults/tally.jsonl');

/** Forgets the runs before. */
export function clearTally(): void {
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

/** Adds to what is told at the end. */
export function count(entry: Entry): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/** Says that something could not be tried here, and why; it is said again at the end. */
export function notRun(what: string): void {
  console.log(`not run: ${what}`);
  count({ notRun: what });
}

/** What to print at the end of a run, and how many characters were lost. */
export function tallyReport(): { readonly text: string; readonly lost: number } {
  const entries = (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(entrySchema, JSON.parse(line)));
  const sum = (name: keyof Entry): number => entries.reduce((total, entry) => total + Number(entry[name] ?? 0), 0);
  const told = (name: keyof Entry): string => sum(name).toLocaleString('en');
  const left = entries.flatMap(({ notRun: what }) => (what === undefined ? [] : [`not run: ${what}`]));
  const lines = [
    `${told('kills')} kills, ${told('saves')} saves, ${told('conflicts')} conflicts;`,
    `${told('characters')} characters were called safe, in ${told('promised')} pieces: ${told('lost')} of them lost.`,
    ...left,
  ];
  return { text: lines.join('\n'), lost: sum('lost') };
}
