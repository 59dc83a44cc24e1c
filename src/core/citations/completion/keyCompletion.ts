import type { TextEdit } from '../../text/position.ts';
import type { CitationScan } from '../citation.ts';
import type { CitationSyntax } from '../citationSyntax.ts';
import type { TypedKey } from './typedKey.ts';

/** Stands for the key while it is found out whether the place cites: no paper and no figure is called so. */
const probe = 'paperside0probe';

/** Code whose end is not typed yet is code already; where none is open, this says nothing of what stands before it. */
const fences = `\n\n${'`'.repeat(40)}\n${'~'.repeat(40)}\n`;

/** A way to write a key where one is being typed. Offsets of the text as it is, all in one line. */
export interface WrittenKey extends TextEdit {
  /** Not before the cursor, and not after `end`: what is replaced when the rest of the word is to stay. */
  readonly insertEnd: number;
}

/** A key of a citation that is being typed. */
export interface KeyCompletion {
  /** Where it begins. */
  readonly start: number;
  /** What is typed of it before the cursor: a part of a key, or words of the paper that is meant. */
  readonly typed: string;
  /** The other keys cited in the text, each once: those before the cursor from it backwards, then those behind it. */
  readonly cited: readonly string[];
  /** What puts this key there in the manner of the syntax; `undefined` when it cannot be cited there. */
  write(key: string): WrittenKey | undefined;
}

/**
 * The key that is being typed at `offset`, when a citation may stand there: what the syntax reads as code, a formula, an
 * address and the like is no place for one. `text` may be a part of a document, if nothing before it changes how it is
 * read. Total; linear.
 */
export function keyCompletion(syntax: CitationSyntax, text: string, offset: number): KeyCompletion | undefined {
  const typed = syntax.typedAt(text, offset);
  if (typed === undefined) return undefined;
  const { start, end, closers, closed } = typed;
  const probed = `${text.slice(0, start)}${probe}${closers}${text.slice(end + closed)}${fences}`;
  const scan = syntax.scan(probed);
  for (const cluster of scan.clusters) {
    const index = cluster.items.findIndex(({ key, keyRange }) => keyRange.start === start && key === probe);
    if (index < 0) continue;
    const writer = syntax.writer({ text: probed, scan });
    return {
      start,
      typed: text.slice(start, offset),
      cited: nearestFirst(scan, start),
      write(key) {
        const edit = writer.otherKey(key, cluster, index);
        return edit && writtenKey(edit, typed, offset);
      },
    };
  }
  return undefined;
}

function nearestFirst({ clusters }: CitationScan, offset: number): readonly string[] {
  const items = clusters.flatMap((cluster) => cluster.items);
  const before = items.filter(({ keyRange }) => keyRange.start < offset).toReversed();
  const behind = items.filter(({ keyRange }) => keyRange.start > offset);
  return [...new Set([...before, ...behind].map(({ key }) => key))];
}

/** An edit of the text with the probe as one of the text itself. */
function writtenKey(edit: TextEdit, { start, end, closers, closed }: TypedKey, offset: number): WrittenKey {
  const behind = Math.max(0, edit.end - (start + probe.length));
  const taken = behind <= closers.length ? Math.min(behind, closed) : closed + behind - closers.length;
  const replaced = end + taken;
  return { start: edit.start, end: replaced, insertEnd: taken > 0 ? replaced : offset, text: edit.text };
}
