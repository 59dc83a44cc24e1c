import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster } from '../citation.ts';
import type { CitationWriter, ScannedText } from '../citationWriter.ts';
import { scanLink } from '../link/scanLink.ts';
import { isMark, markWriter } from './markWriter.ts';

/** They end a link or its text, are escapes, or would be read as something else there. */
const notInLink = /[\s[\]{}\\`$<>@#%^\p{Cc}\p{Cs}]/u;

/** Writes `[a](@a)`, one link a work, whose text is the key; what a link cannot say as Pandoc's Markdown has it. */
export function linkWriter({ text }: ScannedText): CitationWriter {
  const writer = markWriter(text, {
    scan: scanLink,
    mark: (key) => (notInLink.test(key) ? undefined : `[${key}](@${key})`),
  });
  return {
    ...writer,
    otherKey: (key, to, index) => (isMark(text, to) ? otherKey(text, to, key) : writer.otherKey(key, to, index)),
  };
}

/** The text of the link changes, too, when it is the key. */
function otherKey(text: string, { range, items }: CitationCluster, key: string): TextEdit | undefined {
  const [item] = items;
  if (item === undefined || notInLink.test(key)) return undefined;
  const { start, end } = item.keyRange;
  const close = text.lastIndexOf('](', start);
  const shown = text.slice(range.start + 1, close);
  const isKey = shown === item.key || shown === `@${item.key}`;
  const edit = isKey
    ? { start: range.start + 1, end, text: shown.replace(item.key, () => key) + text.slice(close, start) + key }
    : { start, end, text: key };
  const link = text.slice(range.start, edit.start) + edit.text + text.slice(edit.end, range.end);
  const [read] = scanLink(link).clusters;
  return read?.range.end === link.length && read.items[0]?.key === key ? edit : undefined;
}
