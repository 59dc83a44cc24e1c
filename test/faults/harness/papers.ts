import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A paper of the workspace that faults are tried in. */
export interface FaultPaper {
  readonly key: string;
  readonly title: string;
}

const subjects = ['Larches', 'Otters', 'Bakers', 'Canals', 'Swifts', 'Lamps', 'Gardens', 'Rivers'] as const;

/** Papers with keys that are file names as they stand: no last word of eight letters, which would be taken for a hash. */
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
