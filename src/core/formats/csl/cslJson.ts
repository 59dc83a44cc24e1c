import { readJson, sampleItems, hasText, looksLikeJson } from '../json/readJson.ts';
import { listOf, member, textOf } from '../json/jsonValues.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { cslKeyNames, cslRecord, itemOf } from './cslRecord.ts';
import { cslOnlyTypes } from './cslTypes.ts';

/** CSL-JSON: Zotero, Better BibTeX, Pandoc, citation managers; also the answers of Crossref. */
export const cslJson: PaperFormat = {
  id: 'cslJson',
  label: 'CSL JSON',
  detect,
  parse: (text) => readJson(text, cslRecord, cslKeyNames),
};

function detect(name: string, head: string): number {
  const isNamed = /\.csl\.json$|^references\.json$/i.test(name);
  // Comments are no JSON, but people write them.
  if (!looksLikeJson(head.replace(/^[ \t]*\/\/[^\r\n]*/gm, '')))
    return isNamed && /^\s*\[\s*\]\s*$/.test(head) ? 0.4 : 0;
  const { items, keys } = sampleItems(head);
  if (items.map(itemOf).some(isCsl)) return 0.95;
  if (items.length === 0 && keys.has('title') && (keys.has('date-parts') || keys.has('family'))) return 0.8;
  return isNamed && items.some((item) => hasText(item, 'title')) ? 0.8 : 0;
}

function isCsl(item: object): boolean {
  if (member(item, 'title') === undefined) return false;
  return (
    cslOnlyTypes.has(textOf(member(item, 'type'))) ||
    typeof member(item, 'issued') === 'object' ||
    listOf(member(item, 'author')).some((author) => member(author, 'family') !== undefined) ||
    member(item, 'container-title') !== undefined
  );
}
