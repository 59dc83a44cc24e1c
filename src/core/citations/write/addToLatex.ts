import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster } from '../citation.ts';
import type { WrittenItem } from '../citationWriter.ts';
import { citeCommandOf } from '../latex/citeCommands.ts';
import { lineEnd } from '../textLineEnds.ts';
import { commandOf, type LatexFamily } from './latexFamily.ts';
import { groupsOf, isLatexKey, latexCluster } from './latexCluster.ts';
import { arePlain, itemsWithCommas, tidy } from './notes.ts';

/** A cluster of a text, and the item in it behind which others go. */
interface AddPlace {
  readonly text: string;
  readonly kind: LatexFamily['kind'];
  readonly cluster: CitationCluster;
  readonly index: number;
}

/**
 * Adds works to a command. A note belongs to the last key, so that nothing goes behind one that has a note: it goes before
 * that key or, where it has a note on both sides, the command becomes one with notes of each work, where there is one.
 */
export function addToLatex(place: AddPlace, items: readonly WrittenItem[]): TextEdit | undefined {
  const asked = items.map(tidy);
  if (asked.length === 0 || !asked.every(({ key }) => isLatexKey(key))) return undefined;
  const { text, cluster } = place;
  const name = commandOf(text, cluster);
  const isStarred = text[cluster.range.start + 1 + name.length] === '*';
  const command = citeCommandOf(name, isStarred);
  // `\volcite` takes one key.
  if (command === undefined || command.volume) return undefined;
  const alike = asked.every(({ suppressAuthor }) => suppressAuthor === command.suppressAuthor);
  if (!alike && !arePlain(asked)) return undefined;
  if (command.multiple) return addGroups(place, asked);
  return addKeys(place, asked) ?? rewritten(place, asked);
}

/** `{k}` behind the group of the item. */
function addGroups({ text, cluster, index }: AddPlace, items: readonly WrittenItem[]): TextEdit | undefined {
  const item = cluster.items[index] ?? cluster.items.at(-1);
  const probed = items.map((one) => ({ ...one, suppressAuthor: false }));
  const isSafe = latexCluster(probed, 'bracketed', { name: 'cite', kind: 'biblatex' }) !== undefined;
  if (item === undefined || !isSafe) return undefined;
  const end = listEnd(text, item.keyRange.end) + 1;
  return { start: end, end, text: groupsOf(items) };
}

/** `,k` in the list of keys. */
function addKeys({ text, cluster, index }: AddPlace, items: readonly WrittenItem[]): TextEdit | undefined {
  if (items.some(({ prefix, suffix }) => prefix !== '' || suffix !== '')) return undefined;
  const there = cluster.items;
  const last = there.length - 1;
  const at = there[Math.min(index, last)];
  if (at === undefined) return undefined;
  const keys = items.map(({ key }) => key);
  const comma = /,\s/.test(text.slice(cluster.bracket?.start, cluster.bracket?.end)) ? ', ' : ',';
  const hasSuffix = at === there[last] && at.suffix !== '';
  if (!hasSuffix) return { start: at.keyRange.end, end: at.keyRange.end, text: ['', ...keys].join(comma) };
  if (at.prefix !== '') return undefined;
  const { start } = at.keyRange;
  return { start, end: start, text: [...keys, ''].join(comma) };
}

function rewritten({ text, kind, cluster, index }: AddPlace, items: readonly WrittenItem[]): TextEdit | undefined {
  const there = itemsWithCommas(cluster);
  const all = [...there.slice(0, index + 1), ...items, ...there.slice(index + 1)];
  const written = latexCluster(all, cluster.kind, { name: commandOf(text, cluster), kind });
  return written === undefined ? undefined : { ...cluster.range, text: written };
}

/** The brace that closes the list of keys around `from`: lists have no braces but in comments. */
function listEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}') return at;
    if (text[at] === '%') at = lineEnd(text, at) - 1;
  }
  return text.length;
}
