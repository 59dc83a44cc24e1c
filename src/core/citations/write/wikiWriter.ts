import type { CitationCluster } from '../citation.ts';
import { plainItem, type CitationWriter, type ScannedText, type WrittenItem } from '../citationWriter.ts';
import { formatCitationKey } from '../pandoc/citationKey.ts';
import { scanWiki } from '../wiki/scanWiki.ts';
import { markdownItems, markdownWriter } from './markdownWriter.ts';
import { arePlain, tidy } from './notes.ts';
import { readsBack } from './readsBack.ts';

/** They end the name of a note, part its folders, or are in no name of a file. */
const notInLink = /[[\]|#^/\\:*?"<>]/;
const reading = { scan: scanWiki, items: markdownItems };

/** Writes `[[@a]]`, one link a work; what a link cannot say as Pandoc's Markdown has it. */
export function wikiWriter({ text }: ScannedText): CitationWriter {
  const markdown = markdownWriter(text, { scan: scanWiki, format: formatCitationKey });
  return {
    items: markdownItems,
    cluster: (items, form) => links(items.map(tidy)) ?? markdown.cluster(items, form),
    further(items, to, index) {
      if (!isLink(text, to)) return markdown.further(items, to, index);
      const more = links(items.map(tidy)) ?? markdown.cluster(items, 'bracketed');
      const at = to.range.end;
      return more === undefined ? undefined : { start: at, end: at, text: ` ${more}` };
    },
    otherKey(key, to, index) {
      if (!isLink(text, to)) return markdown.otherKey(key, to, index);
      return links([plainItem(key)]) === undefined
        ? undefined
        : { ...(to.items[index]?.keyRange ?? to.range), text: key };
    },
  };
}

function isLink(text: string, { range }: CitationCluster): boolean {
  return text.startsWith('[[', range.start);
}

function links(items: readonly WrittenItem[]): string | undefined {
  if (items.length === 0 || !arePlain(items) || items.some(({ key }) => notInLink.test(key))) return undefined;
  const written = items.map(({ key }) => `[[@${key}]]`).join(' ');
  return readsBack(written, items, undefined, reading) ? written : undefined;
}
