import type { PaperFields } from '../../paper.ts';
import { monthStrings } from '../bibtexFile.ts';
import type { BibtexDialect, BibtexField } from './bibtexTypes.ts';

const isoDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** The dates of a paper: `year`, `month` and `day` for BibTeX, `date` for BibLaTeX and of ranges. */
export function datesTex({ year, details }: PaperFields, dialect: BibtexDialect): readonly BibtexField[] {
  const { issued, accessed, ...others } = details?.variables ?? {};
  return [
    ...(issued === undefined ? yearTex(year, dialect) : issuedTex(issued, dialect)),
    dateField('urldate', accessed),
    dateField('eventdate', others['event-date']),
    dateField('origdate', others['original-date']),
  ];
}

function yearTex(year: number | undefined, dialect: BibtexDialect): readonly BibtexField[] {
  const isYear = year !== undefined && Number.isInteger(year) && year > 0 && year < 10_000;
  return isYear ? [[dialect === 'bibtex' ? 'year' : 'date', `{${String(year).padStart(4, '0')}}`]] : [];
}

function issuedTex(issued: string, dialect: BibtexDialect): readonly BibtexField[] {
  if (dialect === 'biblatex') return [dateField('date', issued)];
  const [from = '', to] = issued.split('/');
  const [, year, month, day] = isoDate.exec(from) ?? [];
  if (year === undefined) return [];
  return [
    ['year', `{${year}}`],
    // Every style defines these names, and prints the month in its own language.
    ['month', monthStrings[Number(month) - 1] ?? ''],
    ['day', day === undefined ? '' : `{${String(Number(day))}}`],
    dateField('date', to === undefined ? undefined : issued),
  ];
}

/** Empty for what is no ISO date or range of such. */
function dateField(name: string, value: string | undefined): BibtexField {
  const parts = value?.split('/') ?? [];
  const isDate = value !== undefined && parts.length <= 2 && parts.every((part) => isoDate.test(part));
  return [name, isDate ? `{${value}}` : ''];
}
