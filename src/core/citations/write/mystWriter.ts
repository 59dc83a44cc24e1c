import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, OffsetRange } from '../citation.ts';
import {
  longestKey,
  type CitationWriter,
  type ClusterForm,
  type ScannedText,
  type WrittenItem,
} from '../citationWriter.ts';
import { matchMystKey } from '../myst/mystKey.ts';
import { scanMyst } from '../myst/scanMyst.ts';
import { inPlaceOfKey } from './clusterEdits.ts';
import { markdownItems, markdownWriter } from './markdownWriter.ts';
import { arePlain, itemsWithCommas, tidy, withCommas, withoutComma } from './notes.ts';
import { readsBack } from './readsBack.ts';

const inRole = /^[^\s{}`,;\\\p{Cc}\p{Cs}]+$/u;
const anyRole = /\{cite(?::[a-z]{1,20})?\}`/;

/**
 * Writes the roles of MyST, `{cite:p}` and `{cite:t}`, where the document has some, else `[see @a]` and `@a`. What the one
 * cannot say is written as the other.
 */
export function mystWriter({ text }: ScannedText): CitationWriter {
  const markdown = markdownWriter(text, { scan: scanMyst, format: formatMystKey });
  const items = (cluster: CitationCluster): readonly WrittenItem[] =>
    isRole(text, cluster) ? itemsWithCommas(cluster) : markdownItems(cluster);
  return {
    items,
    cluster(asked, form) {
      const tidied = asked.map(tidy);
      return anyRole.test(text)
        ? (role(tidied, form) ?? markdown.cluster(tidied, form))
        : (markdown.cluster(tidied, form) ?? role(tidied, form));
    },
    further(asked, to, index) {
      return isRole(text, to) ? addToRole(text, asked.map(tidy), to, index) : markdown.further(asked, to, index);
    },
    otherKey(key, to, index) {
      if (!isRole(text, to)) return markdown.otherKey(key, to, index);
      return isRoleKey(key) ? inPlaceOfKey(to, index, key) : undefined;
    },
  };
}

/** A key as it is written behind `@`, in braces where it would end too early. */
function formatMystKey(key: string): string | undefined {
  return [key, `{${key}}`].find((written) => {
    const read = matchMystKey(`@${written}`, 0);
    return read?.key === key && read.end === written.length + 1;
  });
}

function isRoleKey(key: string): boolean {
  return key.length <= longestKey && inRole.test(key);
}

function isRole(text: string, { range }: CitationCluster): boolean {
  return text.startsWith('{cite', range.start);
}

function role(items: readonly WrittenItem[], form: ClusterForm): string | undefined {
  const suppressed = items.filter(({ suppressAuthor }) => suppressAuthor).length;
  if (items.length === 0 || (suppressed > 0 && suppressed < items.length)) return undefined;
  const all = form === 'inText' ? 't' : 'p';
  const year = form === 'inText' ? 'year' : 'yearpar';
  const asked = withCommas(items);
  const parts = asked.map(part);
  if (parts.includes(undefined)) return undefined;
  const written = `{cite:${suppressed > 0 ? year : all}}\`${parts.join(',')}\``;
  return readsBack(written, asked, form, { scan: scanMyst, items: itemsWithCommas }) ? written : undefined;
}

function part({ key, prefix, suffix }: WrittenItem): string | undefined {
  if (!isRoleKey(key)) return undefined;
  const after = withoutComma(suffix);
  return `${prefix === '' ? '' : `{${prefix}}`}${key}${after === '' ? '' : `{${after}}`}`;
}

function addToRole(
  text: string,
  items: readonly WrittenItem[],
  { items: there, range }: CitationCluster,
  index: number,
): TextEdit | undefined {
  const item = there[index] ?? there.at(-1);
  const probed = items.map((one) => ({ ...one, suppressAuthor: false }));
  const isAlike = arePlain(items) || items.every(({ suppressAuthor }) => suppressAuthor === item?.suppressAuthor);
  if (item === undefined || !isAlike || role(probed, 'bracketed') === undefined) return undefined;
  const separator = separatorIn(text, range);
  const end = item.range.end;
  return { start: end, end, text: items.map((one) => separator + (part(one) ?? '')).join('') };
}

/** What parts the works of a role; their notes hold none of it. */
function separatorIn(text: string, { start, end }: OffsetRange): string {
  return /[,;] ?/.exec(text.slice(start, end))?.[0] ?? ',';
}
