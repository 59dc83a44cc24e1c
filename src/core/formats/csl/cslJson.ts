import { readJson, sampleItems, hasText, looksLikeJson } from '../json/readJson.ts';
import { member } from '../json/jsonValues.ts';
import type { PaperFormat } from '../paperFormat.ts';
import { cslKeyNames, cslRecord } from './cslRecord.ts';

/** Types that only CSL knows by these names. */
const types = new Set(
  'article-journal article-magazine article-newspaper paper-conference chapter book thesis report webpage entry-encyclopedia post-weblog manuscript dataset software document journal-article proceedings-article'.split(
    ' ',
  ),
);

/** CSL-JSON: Zotero, Better BibTeX, Pandoc, citation managers; also the answers of Crossref. */
export const cslJson: PaperFormat = {
  id: 'cslJson',
  label: 'CSL JSON',
  detect,
  parse: (text) => readJson(text, cslRecord, cslKeyNames),
};

function detect(name: string, head: string): number {
  const isNamed = /\.csl\.json$|^references\.json$/i.test(name);
  if (!looksLikeJson(head)) return isNamed && /^\s*\[\s*\]\s*$/.test(head) ? 0.4 : 0;
  const { items, keys } = sampleItems(head);
  if (items.some(isCsl)) return 0.95;
  if (items.length === 0 && keys.has('title') && (keys.has('date-parts') || keys.has('family'))) return 0.8;
  return isNamed && items.some((item) => hasText(item, 'title')) ? 0.8 : 0;
}

function isCsl(item: object): boolean {
  if (member(item, 'title') === undefined) return false;
  const type = member(item, 'type');
  const hasDate = typeof member(item, 'issued') === 'object';
  const hasNames = JSON.stringify(member(item, 'author') ?? '')
    .slice(0, 4096)
    .includes('"family"');
  return (
    (typeof type === 'string' && types.has(type)) ||
    hasDate ||
    hasNames ||
    member(item, 'container-title') !== undefined
  );
}
