import type { PaperFields } from '../paper.ts';
import type { Eol } from '../text/lineEnds.ts';
import { arxivIdOf } from './entryIndex.ts';
import { cleanLine, escapeTex, texRuns } from './texText.ts';
import { titleTex } from './titleTex.ts';
import { venueOf } from './venue.ts';

/** How an entry is written. */
export interface BibtexOptions {
  /** With the abstract. Off by default: a bibliography is read by people too. */
  readonly abstract?: boolean | undefined;
  readonly eol?: Eol | undefined;
}

/** What BibTeX, Biber and pandoc all take in a key. */
const safeKey = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/+*?!&;-]*$/u;
const corporate =
  /\b(?:team|group|consortium|collaboration|universit\p{L}*|institut\p{L}*|laborator\p{L}*|labs?|inc|ltd|llc|gmbh|corporation|foundation|association|committee|department|society|community|contributors)\b/iu;

/** Whether a key can be written into a .bib file as it is. */
function isBibtexKey(key: string): boolean {
  return safeKey.test(key) && key.length <= 300;
}

/** `key`, with everything that a .bib file cannot hold replaced by `-`; `paper` when nothing is left. */
export function toBibtexKey(key: string): string {
  if (isBibtexKey(key)) return key;
  const safe = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.:/+*?!&;-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '')
    .slice(0, 200);
  return isBibtexKey(safe) ? safe : 'paper';
}

/**
 * A BibTeX entry (valid BibLaTeX too) with all that is known of a paper, without a line end behind it. Texts keep their
 * `$math$`, everything else in them is escaped, so no title can add a field or run a command. A key that no .bib file can
 * hold is changed by `toBibtexKey`.
 */
export function formatBibtexEntry(paper: PaperFields, key: string, options: BibtexOptions = {}): string {
  const eol = options.eol ?? '\n';
  const { type, field, name } = venueOf(paper);
  const fields: [string, string][] = [['title', titleTex(paper.title)]];
  const authors = paper.authors.map(authorTex).filter((author) => author !== '');
  if (authors.length > 0) fields.push(['author', authors.join(' and ')]);
  if (name !== undefined && field !== undefined) fields.push([field, textTex(name)]);
  if (paper.year !== undefined && Number.isInteger(paper.year) && paper.year > 0 && paper.year < 10_000) {
    fields.push(['year', String(paper.year)]);
  }
  fields.push(...identifierFields(paper));
  const keywords = paper.keywords.map(textTex).filter((keyword) => keyword !== '');
  if (keywords.length > 0) fields.push(['keywords', keywords.join(', ')]);
  if (options.abstract === true && paper.abstract.trim() !== '') fields.push(['abstract', textTex(paper.abstract)]);
  const lines = fields.filter(([, value]) => value !== '').map(([label, value]) => `  ${label} = {${value}},`);
  return [`@${type}{${toBibtexKey(key)},`, ...lines, '}'].join(eol);
}

function identifierFields(paper: PaperFields): readonly [string, string][] {
  const fields: [string, string][] = [];
  const doi = verbatim(paper.doi ?? '');
  if (doi !== '') fields.push(['doi', doi]);
  const arxiv = arxivIdOf(paper.arxiv ?? '');
  if (arxiv !== undefined) {
    fields.push(['eprint', arxiv], ['archiveprefix', 'arXiv']);
    // Only the old ids say what field they are of.
    const [archive, number] = arxiv.split('/');
    if (number !== undefined && archive !== undefined) fields.push(['primaryclass', archive]);
  }
  const url = verbatim(paper.url ?? '');
  if (/^https?:\/\/./i.test(url)) fields.push(['url', url]);
  return fields;
}

/** Text that is no title: escaped, math kept. */
function textTex(text: string): string {
  return texRuns(cleanLine(text))
    .map((run) => (run.math ? run.text : escapeTex(run.text)))
    .join('');
}

/** Names as written; those that BibTeX would take apart (`and`, too many commas) and organisations stand in braces. */
function authorTex(name: string): string {
  const clean = cleanLine(name);
  const tex = escapeTex(clean);
  const commas = clean.split(',').length - 1;
  const whole = /(?:^|\s)and(?:\s|$)/i.test(clean) || commas > 2 || /^,|,$/.test(clean) || corporate.test(clean);
  return whole && tex !== '' ? `{${tex}}` : tex;
}

/** Fields that TeX reads letter by letter (`doi`, `url`): nothing is escaped, what could end the value is encoded. */
function verbatim(text: string): string {
  return cleanLine(text).replace(
    /[{}\\"\s^`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
