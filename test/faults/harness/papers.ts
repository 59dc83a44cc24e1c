import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A paper of the workspace that faults are tried in. */
export interface FaultPaper {
  readonly key: string;
  readonly title: string;
}

const subjects = ['Larches', 'Otters', 'Bakeries', 'Canals', 'Swifts', 'Lanterns', 'Orchards', 'Harbours'] as const;

/** Papers with keys that are file names as they stand. */
export const faultPapers: readonly FaultPaper[] = subjects.map((subject) => ({
  key: `slow-${subject.toLowerCase()}`,
  title: `Slow ${subject}`,
}));

/** Writes the papers into a new workspace. */
export function writeFaultWorkspace(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const entries = faultPapers.map(
    ({ key, title }) =>
      `@article{${key},\n  title = {{${title}}},\n  abstract = {They change slowly, and we watched them for years.},\n}\n`,
  );
  writeFileSync(path.join(folder, 'papers.bib'), entries.join('\n'));
}
