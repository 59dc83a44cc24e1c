import type { PaperFields } from '../../paper.ts';
import type { Eol } from '../../text/lineEnds.ts';
import { rolesOf } from '../cslJson.ts';
import { arxivIdOf } from '../entryIndex.ts';
import { cleanLine } from '../texText.ts';
import { venueOf } from '../venue.ts';
import { risNotes } from './risNotes.ts';
import { risTags, risTypeOf, roleTags } from './risTags.ts';
import { risName, risText } from './risText.ts';

/** How a RIS record is written. */
export interface RisOptions {
  /** With the abstract. Off by default, as for BibTeX. */
  readonly abstract?: boolean | undefined;
  readonly eol?: Eol | undefined;
}

const furtherTags = 'TY ER ID TI T2 PY DA Y2 SP EP DO UR KW AB N1'.split(' ');

type Line = readonly [tag: string, text: string];

/**
 * A RIS record with all that is known of a paper, its citation key as `ID`, without a line end behind it. What RIS has no
 * tag for stands in notes as `name: value`, which Zotero reads too.
 */
export function formatRisRecord(paper: PaperFields, key: string, options: RisOptions = {}): string {
  const lines: readonly Line[] = [
    ['TY', risTypeOf(paper.details?.type ?? venueOf(paper).cslType)],
    ['ID', cleanLine(key)],
    ['TI', risText(paper.title)],
    ...nameLines(paper),
    ['T2', paper.details?.type === 'book' ? '' : risText(venueOf(paper).name ?? '')],
    ...dateLines(paper),
    ...variableLines(paper),
    ...placeLines(paper),
    ...paper.keywords.map((keyword): Line => ['KW', risText(keyword)]),
    ['AB', options.abstract === true ? risText(paper.abstract) : ''],
    ...ownLines(paper),
    ...risNotes(paper).map((text): Line => ['N1', text]),
  ];
  const written = lines.filter(([, text]) => text !== '').map(([tag, text]) => `${tag}  - ${text}`);
  return [...written, 'ER  - '].join(options.eol ?? '\n');
}

function nameLines(paper: PaperFields): readonly Line[] {
  return rolesOf(paper).flatMap(([role, names]) => {
    const tag = roleTags.get(role);
    return tag === undefined ? [] : names.map((name): Line => [tag, risName(name)]);
  });
}

function dateLines({ year, details }: PaperFields): readonly Line[] {
  const { issued = year === undefined ? '' : String(year), accessed = '' } = details?.variables ?? {};
  const [from = ''] = issued.split('/');
  return [
    ['PY', /^\d{4}/.exec(from)?.[0] ?? ''],
    ['DA', from.includes('-') ? risDate(from) : ''],
    ['Y2', risDate(accessed.split('/')[0] ?? '')],
  ];
}

/** `2019/05/19/`, with empty parts for what is not known. */
function risDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return /^\d{4}$/.test(year) ? `${year}/${month}/${day}/` : '';
}

function variableLines({ details }: PaperFields): readonly Line[] {
  const values = details?.variables ?? {};
  const [start = '', end = ''] = risText(values.page ?? '').split(/ ?[-–] ?/);
  const isRange = /^[^-–]+[-–][^-–]+$/.test(values.page ?? '');
  return [
    ...[...risTags].map(([variable, tag]): Line => [tag, risText(values[variable] ?? '')]),
    ['SP', isRange ? start : risText(values.page ?? '')],
    ['EP', isRange ? end : ''],
  ];
}

/** arXiv's id is the accession number; its address is there for programs that do not know that. */
function placeLines(paper: PaperFields): readonly Line[] {
  const arxiv = arxivIdOf(paper.arxiv ?? '');
  const url = cleanLine(paper.url ?? '');
  const isTaken = paper.details?.variables?.archive_location !== undefined;
  return [
    ['DO', cleanLine(paper.doi ?? '')],
    ['AN', arxiv === undefined || isTaken ? '' : `arXiv:${arxiv}`],
    ['UR', /^https?:\/\/./i.test(url) ? url : ''],
    ['UR', arxiv === undefined ? '' : `https://arxiv.org/abs/${arxiv}`],
  ];
}

/** Fields that another RIS file gave. */
function ownLines({ details }: PaperFields): readonly Line[] {
  const used = new Set([...risTags.values(), ...roleTags.values(), ...furtherTags]);
  const own = (details?.other ?? []).filter(([name]) => /^[A-Z][A-Z0-9]$/.test(name) && !used.has(name));
  return own.map(([name, value]): Line => [name, risText(value)]);
}
