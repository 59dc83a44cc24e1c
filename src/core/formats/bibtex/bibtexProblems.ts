import type { BibtexEntry, BibtexFault, BibtexFile } from '../../bibliography/bibtexFile.ts';
import type { Problem } from '../../problem.ts';
import { shorten } from '../../text/plainText.ts';
import type { BibtexStrings } from './bibtexStrings.ts';
import type { InheritedFields } from './inheritedFields.ts';

const maxKey = 60;

/** A problem with its place as offsets. */
export interface PlacedProblem extends Omit<Problem, 'range'> {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with how an entry is written. */
export function faulty(entry: BibtexEntry, { kind, start, end, field }: BibtexFault): PlacedProblem {
  const name = nameOf(entry);
  const of = `"${shorten(field, maxKey)}" of the entry ${name}`;
  const message = {
    'unclosed-entry': `The entry ${name} is never closed: add its closing brace.`,
    'unclosed-value': `The value of ${of} is never closed: add its closing brace or quote.`,
    'early-close': `The entry ${name} is closed here, but more fields follow: remove the closing brace that is too many.`,
    'missing-equals': `The field ${of} has no "=": put one before its value.`,
  }[kind];
  return { code: 'broken-entry', severity: 'warning', message, start, end };
}

/** An entry that names no title. */
export function untitled(entry: BibtexEntry): PlacedProblem {
  const message = `The entry ${nameOf(entry)} was left out because it has no title: add one, or remove the entry.`;
  return { code: 'untitled-entry', severity: 'warning', message, start: entry.start, end: entry.keyRange.end };
}

/** References to entries that are not there or refer back, at the keys of those who refer. */
export function missingParents(inherited: InheritedFields): readonly PlacedProblem[] {
  return inherited.missing.map(({ entry, key }) => ({
    code: 'unresolved-reference',
    severity: 'warning',
    message: `The entry ${nameOf(entry)} refers to "${shorten(key, maxKey)}", which is not in this file or refers back to it: add that entry, or remove the reference.`,
    ...entry.keyRange,
  }));
}

/** Names of strings that could not be resolved, each where it is first used. */
export function missingStrings(
  { entries, strings }: BibtexFile,
  { unresolved, tooLong }: BibtexStrings,
): readonly PlacedProblem[] {
  const left = new Set([...unresolved, ...tooLong]);
  const problems: PlacedProblem[] = [];
  const users = left.size === 0 ? [] : [...strings.map(({ pieces }) => pieces), ...entries.flatMap(valuesOf)];
  for (const { text, bare, start } of users.flat()) {
    if (!bare || !left.delete(text)) continue;
    const name = shorten(text, maxKey);
    const message = unresolved.has(text)
      ? `The string "${name}" is not defined in this file: define it with @string, or put the value in braces.`
      : `The string "${name}" makes its value too long and was left as it is: shorten it, or write the value out.`;
    problems.push({ code: 'unresolved-reference', severity: 'warning', message, start, end: start + text.length });
  }
  return problems;
}

function valuesOf({ pieces }: BibtexEntry) {
  return [...pieces.values()];
}

function nameOf({ key, type }: BibtexEntry): string {
  return key === '' ? `@${shorten(type, maxKey)}` : `"${shorten(key, maxKey)}"`;
}

/** A file without any entry. */
export const nothing: PlacedProblem = {
  code: 'no-papers',
  severity: 'information',
  message: 'No entry was found in this BibTeX file: an entry begins with @article{key, or another type.',
  start: 0,
  end: 0,
};
