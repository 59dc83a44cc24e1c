import type { CitationCluster, CitationItem, CitationScan, OffsetRange, OpaqueRange } from '../citation.ts';
import { isCrossReference } from '../pandoc/citationKey.ts';
import { plainParagraphs } from '../plainParagraphs.ts';
import { lineEnd } from '../textLineEnds.ts';
import { afterSpace, keyListAt, keysIn, noteAt } from './citeArguments.ts';
import { citeCommandOf, type CiteCommand } from './citeCommands.ts';
import { afterVerbatim, matchAt } from './verbatim.ts';

const special = /[\\%]/g;
const commandName = /\\([a-zA-Z]+)/y;
const documentEnd = /[ \t]*\{document\}/y;
const begins =
  /^[ \t]*\\(?:item|begin|end|(?:sub)*section|chapter|part|(?:sub)?paragraph|caption|footnotetext|title)(?![a-zA-Z])/;

/**
 * Finds the citations of a LaTeX text: the commands of natbib, biblatex and their kin with their notes (the last optional
 * argument is the suffix of the last key, the one before it the prefix of the first), `\nocite` as `listOnly`. Not in
 * comments, verbatim text and after `\end{document}`; but in formulas, where LaTeX reads them, too. A citation in a note of
 * another one is a cluster of its own inside it. Keys with `\`, `#` or white space in them are none. What `\iffalse` hides
 * is found. Total; linear.
 */
export function scanLatex(text: string): CitationScan {
  const clusters: CitationCluster[] = [];
  const opaque: OpaqueRange[] = [];
  let at = 0;
  const skip = (end: number, kind: OpaqueRange['kind']): void => {
    opaque.push({ start: at, end, kind, block: false });
    at = end;
  };
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (found === null) break;
    at = found.index;
    if (found[0] === '%') {
      skip(lineEnd(text, at), 'comment');
      continue;
    }
    commandName.lastIndex = at;
    const name = commandName.exec(text)?.[1];
    if (name === undefined) {
      at += 2;
      continue;
    }
    const afterName = at + 1 + name.length;
    const end = name === 'end' && matchAt(documentEnd, text, afterName) !== undefined ? text.length : undefined;
    const verbatim = afterVerbatim(text, name, afterName);
    if (end !== undefined) skip(end, 'comment');
    else if (verbatim !== undefined) skip(verbatim, 'code');
    else {
      const cluster = clusterAt(text, at, name);
      if (cluster !== undefined) clusters.push(cluster);
      at = afterName;
    }
  }
  return { clusters, opaque, paragraphs: plainParagraphs(text, begins) };
}

function clusterAt(text: string, start: number, name: string): CitationCluster | undefined {
  const afterName = start + 1 + name.length;
  const isStarred = text[afterName] === '*';
  const command = citeCommandOf(name, isStarred);
  if (command === undefined) return undefined;
  let at = isStarred ? afterName + 1 : afterName;
  const shared = command.multiple ? notesAt(text, at, '(', ')') : { notes: [], end: at };
  at = shared.end;
  const items: CitationItem[] = [];
  const lists: OffsetRange[] = [];
  let end = 0;
  for (;;) {
    const group = groupAt(text, at, command);
    if (group === undefined) break;
    at = group.list.end + 1;
    end = at;
    lists.push(group.list);
    for (const item of group.items) items.push(item);
    if (!command.multiple) break;
  }
  const [list] = lists;
  if (items.length === 0 || list === undefined) return undefined;
  return {
    kind: command.kind,
    ...(command.listOnly ? { listOnly: true as const } : {}),
    range: { start, end },
    bracket: lists.length === 1 ? { start: list.start - 1, end: list.end + 1 } : undefined,
    items: withNotes(items, shared.notes),
  };
}

/** Notes and one list of keys: `[see][p. 3]{a, b}`. */
function groupAt(
  text: string,
  from: number,
  { suppressAuthor, volume }: CiteCommand,
): { readonly items: readonly CitationItem[]; readonly list: OffsetRange } | undefined {
  const angle = afterSpace(text, from);
  // apacite: `\citeA<see>[p. 3]{a}`.
  const before = text[angle] === '<' ? noteAt(text, angle, '>') : undefined;
  let { notes, end: at } = notesAt(text, before === undefined ? from : before.end + 1, '[', ']');
  if (before !== undefined) notes = [text.slice(before.start, before.end).trim(), notes.at(-1) ?? ''];
  if (volume) {
    const braces = afterSpace(text, at);
    const number = text[braces] === '{' ? noteAt(text, braces, '}') : undefined;
    if (number === undefined) return undefined;
    const page = notesAt(text, number.end + 1, '[', ']');
    at = page.end;
    const locator = [text.slice(number.start, number.end).trim(), ...page.notes].filter((note) => note !== '');
    notes = [notes[0] ?? '', locator.join(', ')];
  }
  at = afterSpace(text, at);
  const list = text[at] === '{' ? keyListAt(text, at) : undefined;
  if (list === undefined) return undefined;
  const items = keysIn(text, list).map((range) => {
    const key = text.slice(range.start, range.end);
    const crossReference = isCrossReference(key);
    return { key, keyRange: range, range, prefix: '', suffix: '', suppressAuthor, crossReference };
  });
  return { items: withNotes(items, notes), list };
}

/** Up to two notes in these brackets, trimmed, and where what follows them begins. */
function notesAt(
  text: string,
  from: number,
  open: '[' | '(',
  close: ']' | ')',
): { readonly notes: readonly string[]; readonly end: number } {
  const notes: string[] = [];
  let end = from;
  while (notes.length < 2) {
    const at = afterSpace(text, end);
    const note = text[at] === open ? noteAt(text, at, close) : undefined;
    if (note === undefined) break;
    notes.push(text.slice(note.start, note.end).trim());
    end = note.end + 1;
  }
  return { notes, end };
}

/** One note stands after all keys; of two the first stands before them. */
function withNotes(items: readonly CitationItem[], notes: readonly string[]): readonly CitationItem[] {
  const suffix = notes.at(-1) ?? '';
  const prefix = notes.length > 1 ? (notes[0] ?? '') : '';
  return items.map((item, index) => ({
    ...item,
    prefix: index === 0 ? join(prefix, item.prefix) : item.prefix,
    suffix: index === items.length - 1 ? join(item.suffix, suffix) : item.suffix,
  }));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
