import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, CitationScan } from '../citation.ts';
import { plainItem, type CitationWriter, type ClusterForm, type WrittenItem } from '../citationWriter.ts';
import { besideCluster } from './clusterEdits.ts';
import { tidy, withComma, withoutComma, written } from './notes.ts';
import { readsBack } from './readsBack.ts';

/** What the kins of Pandoc's Markdown differ in when they are written. */
export interface WrittenDialect {
  readonly scan: (text: string) => CitationScan;
  /** A key as it is written behind `@`; `undefined` when it cannot be. */
  readonly format: (key: string) => string | undefined;
}

/** Writes `[see @a, p. 3; -@b]` and `@a [p. 3; @b]` for a text. */
export function markdownWriter(text: string, dialect: WrittenDialect): CitationWriter {
  const reading = { scan: dialect.scan, items: markdownItems };
  const cluster = (items: readonly WrittenItem[], form: ClusterForm): string | undefined => {
    const asked = items.map(tidy);
    const result = form === 'inText' ? inText(asked, dialect) : bracketed(asked, dialect);
    return result !== undefined && readsBack(result, asked, form, reading) ? result : undefined;
  };
  return {
    items: markdownItems,
    cluster,
    further: (items, to, index) => further(text, items, to, { index, cluster }),
    otherKey: (key, { items }, index) => {
      const range = items[index]?.keyRange;
      const formatted = dialect.format(key);
      const isRead = cluster([plainItem(key)], 'bracketed') !== undefined;
      if (range === undefined || formatted === undefined || !isRead) return undefined;
      const inBraces = text[range.start - 1] === '{' ? 1 : 0;
      return { start: range.start - inBraces, end: range.end + inBraces, text: formatted };
    },
  };
}

/** The works of a cluster. What stands in the brackets of `@a [p. 3]` is parted from it by no comma of its own. */
export function markdownItems({ kind, items }: CitationCluster): readonly WrittenItem[] {
  return items.map((item, index) => {
    const one = written(item);
    return kind === 'inText' && index === 0 ? { ...one, suffix: withComma(withoutComma(item.suffix)) } : one;
  });
}

function bracketed(items: readonly WrittenItem[], dialect: WrittenDialect): string | undefined {
  const parts = partsOf(items, dialect);
  return parts === undefined || parts.length === 0 ? undefined : `[${parts.join('; ')}]`;
}

function inText([first, ...others]: readonly WrittenItem[], dialect: WrittenDialect): string | undefined {
  if (first === undefined || first.prefix !== '' || first.suppressAuthor) return undefined;
  const key = dialect.format(first.key);
  const parts = partsOf(others, dialect);
  if (key === undefined || parts === undefined) return undefined;
  const inBrackets = [withoutComma(first.suffix), ...parts].filter((part) => part !== '');
  return inBrackets.length === 0 ? `@${key}` : `@${key} [${inBrackets.join('; ')}]`;
}

function partsOf(items: readonly WrittenItem[], { format }: WrittenDialect): readonly string[] | undefined {
  const parts = items.map(({ key, prefix, suffix, suppressAuthor }) => {
    const formatted = format(key);
    if (formatted === undefined) return undefined;
    const before = prefix === '' ? '' : `${prefix} `;
    // A suffix that is no punctuation, such as `and others`, would go on with the key.
    const between = suffix === '' || /^[,{]/.test(suffix) ? '' : ' ';
    return `${before}${suppressAuthor ? '-' : ''}@${formatted}${between}${suffix}`;
  });
  return parts.includes(undefined) ? undefined : parts.filter((part) => part !== undefined);
}

function further(
  text: string,
  items: readonly WrittenItem[],
  to: CitationCluster,
  { index, cluster }: { readonly index: number; readonly cluster: CitationWriter['cluster'] },
): TextEdit | undefined {
  const brackets = cluster(items, 'bracketed');
  if (brackets === undefined) return undefined;
  const { items: there, bracket } = to;
  if (bracket === undefined) return besideCluster(to, brackets);
  const last = there.at(-1);
  const behind = there[index] ?? last;
  // The first work of `@a [@b]` stands before the brackets.
  const item = behind !== undefined && behind.range.end > bracket.start ? behind : last;
  let end = item !== undefined && item.range.end > bracket.start ? item.range.end : bracket.end - 1;
  // `[@a \ ]`: an escaped space was trimmed off; keep the escape whole.
  if (text[end - 1] === '\\') end += 1;
  return { start: end, end, text: `; ${brackets.slice(1, -1)}` };
}
