import type { TextEdit } from '../../text/position.ts';
import { referringFields, type BibtexEntry } from '../bibtexFile.ts';
import { beginsLine } from '../bibtexDelimiters.ts';
import { scanBibtex } from '../bibtexScan.ts';

const restOfLine = /[ \t]*(?:\r\n|\n|\r|$)/y;
const blankLine = /[ \t]*(?:\r\n|\n|\r)/y;

/**
 * The edits, in their order, that take the entries with these keys out of a .bib file, each with the line end and the blank
 * lines behind it; everything else stays byte for byte. An entry that a remaining one refers to (`crossref` and the like)
 * stays, as does a broken one, whose end is a guess.
 */
export function planBibtexRemove(bib: string, keys: ReadonlySet<string>): readonly TextEdit[] {
  const entries = scanBibtex(bib);
  const doomed = new Set(entries.filter((entry) => keys.has(entry.key) && entry.closed && entry.fault === undefined));
  for (const parent of neededParents(entries, doomed)) doomed.delete(parent);
  return [...doomed].map((entry) => removal(bib, entry));
}

/** The keys of entries that nobody cites and no cited one refers to, in the order of the file. */
export function unusedEntries(bib: string, cited: ReadonlySet<string>): readonly string[] {
  const entries = scanBibtex(bib);
  const used = new Set([...cited].map((key) => key.toLowerCase()));
  const unused = entries.filter(({ key, fields }) => {
    const ids = (fields.get('ids') ?? '').split(',').map((id) => id.trim().toLowerCase());
    return key !== '' && ![key.toLowerCase(), ...ids].some((name) => used.has(name));
  });
  const needed = neededParents(entries, new Set(unused));
  return unused.filter((entry) => !needed.has(entry)).map(({ key }) => key);
}

/** Those of `doomed` that others refer to, and those that these refer to in turn. */
function neededParents(entries: readonly BibtexEntry[], doomed: ReadonlySet<BibtexEntry>): ReadonlySet<BibtexEntry> {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const needed = new Set<BibtexEntry>();
  const queue = entries.filter((entry) => !doomed.has(entry));
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    const { fields } = entry;
    for (const key of referringFields.flatMap((field) => fields.get(field)?.split(',') ?? [])) {
      const parent = byKey.get(key.trim().toLowerCase());
      if (parent === undefined || !doomed.has(parent) || needed.has(parent)) continue;
      needed.add(parent);
      queue.push(parent);
    }
  }
  return needed;
}

/** The whole line where nothing else stands on it; then the blank lines behind it, too, unless none is before it. */
function removal(bib: string, { start, end }: BibtexEntry): TextEdit {
  restOfLine.lastIndex = end;
  const ownsLine = beginsLine(bib, start) && restOfLine.test(bib);
  if (!ownsLine) return { start, end, text: '' };
  const lineStart = start - (/[ \t]*$/.exec(bib.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
  let after = restOfLine.lastIndex;
  for (blankLine.lastIndex = after; blankLine.test(bib); blankLine.lastIndex = after) after = blankLine.lastIndex;
  return { start: lineStart, end: after, text: '' };
}
