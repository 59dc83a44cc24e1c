import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster } from '../citation.ts';
import {
  longestKey,
  type CitationWriter,
  type ClusterForm,
  type ScannedText,
  type WrittenItem,
} from '../citationWriter.ts';
import { scanTypst } from '../typst/scanTypst.ts';
import { besideCluster } from './clusterEdits.ts';
import { itemsWithCommas, withCommas, withoutComma } from './notes.ts';
import { readsBack } from './readsBack.ts';

const label = /^[\p{XID_Continue}\-:.]+$/u;
const inString = /^[^"\\\s\p{Cc}\p{Cs}]+$/u;
const reading = { scan: scanTypst, items: itemsWithCommas };

/** Writes `@a @b[p. 3]` and `#cite(<a>, form: "prose")`. Typst has no words before a citation. */
export function typstWriter({ text }: ScannedText): CitationWriter {
  return {
    items: itemsWithCommas,
    cluster,
    further(items, to) {
      const more = cluster(items, 'bracketed');
      return more === undefined ? undefined : besideCluster(to, more);
    },
    otherKey: (key, to, index) => otherKey(text, key, to, index),
  };
}

function cluster(items: readonly WrittenItem[], form: ClusterForm): string | undefined {
  const asked = withCommas(items);
  const calls = asked.map((item, index) => citation(item, form === 'inText' && index === 0));
  if (calls.length === 0 || calls.includes(undefined)) return undefined;
  const result = calls.join(' ');
  return readsBack(result, asked, form, reading) ? result : undefined;
}

function citation({ key, prefix, suffix, suppressAuthor }: WrittenItem, isInText: boolean): string | undefined {
  if (prefix !== '' || (isInText && suppressAuthor)) return undefined;
  const supplement = withoutComma(suffix);
  if (isReference(key) && !isInText && !suppressAuthor) return `@${key}${supplement === '' ? '' : `[${supplement}]`}`;
  const named = argument(key);
  if (named === undefined) return undefined;
  const form = isInText ? ', form: "prose"' : suppressAuthor ? ', form: "year"' : '';
  return `#cite(${named}${form}${supplement === '' ? '' : `, supplement: [${supplement}]`})`;
}

/** `@key` means all of it: full stops and colons at its end would not belong to it. */
function isReference(key: string): boolean {
  return key.length <= longestKey && label.test(key) && !/[.:]$/.test(key);
}

function argument(key: string): string | undefined {
  if (key.length > longestKey) return undefined;
  if (label.test(key)) return `<${key}>`;
  return inString.test(key) ? `label("${key}")` : undefined;
}

function otherKey(text: string, key: string, { items, range }: CitationCluster, index: number): TextEdit | undefined {
  const item = items[index];
  const named = argument(key);
  if (item === undefined || named === undefined) return undefined;
  const { start, end } = item.keyRange;
  const before = text[start - 1];
  if (before === '@') {
    if (isReference(key)) return { start, end, text: key };
    const supplement = item.suffix === '' ? '' : `, supplement: [${item.suffix}]`;
    return { ...range, text: `#cite(${named}${supplement})` };
  }
  if (before === '<') return { start: start - 1, end: end + 1, text: named };
  return inString.test(key) ? { start, end, text: key } : undefined;
}
