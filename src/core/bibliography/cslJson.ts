import { parsePlainName } from '../names/parsePlainName.ts';
import type { PaperFields } from '../paper.ts';
import type { PersonName } from '../personName.ts';
import { cslVariables, type CslRole, type CslVariable } from '../workDetails.ts';
import {
  cslDateVariables,
  type CslDate,
  type CslDateParts,
  type CslDateVariable,
  type CslItem,
  type CslName,
  type CslTextVariable,
} from './cslItem.ts';
import { arxivIdOf } from './entryIndex.ts';
import { cslText } from './cslText.ts';
import { cleanLine } from './texText.ts';
import { venueOf } from './venue.ts';

type CslTexts = Readonly<Partial<Record<CslTextVariable, string>>>;

const isoParts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * All that is known of a paper as a CSL-JSON item, for CSL processors and for writing; without the groups and the fields
 * that CSL has no variable for. Its `id` is the paper's key. What is not known is left out: no member is empty. Total.
 */
export function cslItemOf(paper: PaperFields & { readonly key: string }): CslItem {
  const { cslType, name: venue } = venueOf(paper);
  return {
    id: paper.key,
    type: typeOf(paper) ?? cslType,
    title: lineText(paper.title),
    ...namesOf(paper),
    ...datesOf(paper),
    ...filled({ 'container-title': lineText(venue ?? '') }),
    ...placesOf(paper),
    ...textsOf(paper),
    ...filled({
      keyword: paper.keywords
        .map(lineText)
        .filter((word) => word !== '')
        .join(', '),
      abstract: cslText(paper.abstract),
    }),
  };
}

/** A name in CSL's members. */
function cslNameOf(name: PersonName): CslName {
  if ('literal' in name) return { literal: lineText(name.literal) };
  const { family, given, particle, suffix } = name;
  return {
    family: lineText(family),
    ...filled({
      given: lineText(given ?? ''),
      'non-dropping-particle': lineText(particle ?? ''),
      suffix: lineText(suffix ?? ''),
    }),
  };
}

/** The names of all roles in their parts; authors of which only the whole name is known are taken apart. */
export function rolesOf({ authors, details }: PaperFields): readonly (readonly [CslRole, readonly PersonName[]])[] {
  const { author = [], ...others } = details?.names ?? {};
  const known = author.length === authors.length ? author : authors.map(parsePlainName);
  const roles: [CslRole, readonly PersonName[]][] = [['author', known]];
  for (const [role, names] of Object.entries(others)) if (isRole(role)) roles.push([role, names]);
  return roles.map(([role, names]) => [role, names.filter(isNamed)] as const).filter(([, names]) => names.length > 0);
}

/** `undefined` where only the venue says what a paper is. A preprint that BibTeX has no type for is CSL's `article`. */
function typeOf(paper: PaperFields): string | undefined {
  const type = paper.details?.type;
  const isPreprint = type === 'document' && paper.arxiv !== undefined && venueOf(paper).isPreprint;
  return isPreprint ? undefined : type;
}

function namesOf(paper: PaperFields): Readonly<Partial<Record<CslRole, readonly CslName[]>>> {
  return Object.fromEntries(rolesOf(paper).map(([role, names]) => [role, names.map(cslNameOf)]));
}

function datesOf({ year, details }: PaperFields): Readonly<Partial<Record<CslDateVariable, CslDate>>> {
  const dates: Partial<Record<CslDateVariable, CslDate>> = {};
  for (const name of cslDateVariables) {
    const written = details?.variables?.[name] ?? (name === 'issued' && year !== undefined ? String(year) : '');
    const [from, to] = written.split('/').map(partsOf);
    if (from !== undefined) dates[name] = { 'date-parts': to === undefined ? [from] : [from, to] };
  }
  return dates;
}

function partsOf(iso: string): CslDateParts | undefined {
  const [, year, month, day] = isoParts.exec(iso) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return [Number(year)];
  return day === undefined ? [Number(year), Number(month)] : [Number(year), Number(month), Number(day)];
}

/**
 * Where a work is. arXiv is the publisher of a preprint, with the id as its number; of a work that appeared elsewhere it is
 * an archive, named only where no address says so.
 */
function placesOf(paper: PaperFields): CslTexts {
  const doi = cleanLine(paper.doi ?? '');
  const arxiv = arxivIdOf(paper.arxiv ?? '');
  const written = cleanLine(paper.url ?? '');
  const url = /^https?:\/\/./i.test(written) ? written : '';
  if (arxiv === undefined) return filled({ DOI: doi, URL: url });
  const id = `arXiv:${arxiv}`;
  const { publisher, number } = paper.details?.variables ?? {};
  const elsewhere = !venueOf(paper).isPreprint || publisher !== undefined || number !== undefined;
  const archive = elsewhere ? (url === '' ? {} : { archive: 'arXiv', archive_location: id }) : undefined;
  return filled({
    ...(archive ?? { publisher: 'arXiv', number: id }),
    DOI: doi,
    URL: url || `https://arxiv.org/abs/${arxiv}`,
  });
}

function textsOf({ details }: PaperFields): CslTexts {
  const texts: Partial<Record<CslTextVariable, string>> = {};
  for (const name of cslVariables) {
    const value = details?.variables?.[name];
    if (value !== undefined && !isDate(name)) texts[name] = cslText(value);
  }
  return filled(texts);
}

function lineText(text: string): string {
  return cslText(cleanLine(text));
}

/** Without members that say nothing. */
function filled<Members extends Readonly<Record<string, string>>>(members: Members): Partial<Members> {
  const kept: Partial<Members> = { ...members };
  for (const name in kept) if (kept[name] === '') delete kept[name];
  return kept;
}

function isNamed(name: PersonName): boolean {
  return cleanLine('literal' in name ? name.literal : name.family) !== '';
}

function isDate(name: CslVariable): name is CslDateVariable {
  return cslDateVariables.some((date) => date === name);
}

function isRole(name: string): name is CslRole {
  return name !== 'author';
}
