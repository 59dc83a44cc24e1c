import { decodeTex } from './decodeTex.ts';
import { edtfDate, isoDate } from './edtfDate.ts';
import { monthOfName } from './texMonths.ts';

/** The values of the fields that date a BibTeX or BibLaTeX entry, as the file gives them. */
export interface TexDateFields {
  readonly date?: string | undefined;
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** When a work was issued. */
export interface TexDate {
  /** ISO 8601 as exact as known: `2024`, `2024-05`, `2024-05-19`, `2023/2024`. */
  readonly issued?: string;
  /** 1000..2999: the year in which it began. */
  readonly year?: number;
}

/** Longer than any date. */
const maxLength = 200;
const yearPattern = /(?<!\d)[12]\d{3}(?!\d)/g;
const plainYear = /^[12]\d{3}$/;
/** `1998/99`, `1998--1999`. */
const yearRange = /(?<!\d)([12]\d{3})\s*[-/–—]\s*((?:[12]\d)?\d{2})(?![\d/.-])/;
/** Spring to winter as months 21 to 24; in `year` they are years: `2019-21`. */
const season = /^(\s*\d{4})-2[1-4](?=\s*$)/;
const dayFirst = /(?<!\d)(\d{1,2})\.\s*(\d{1,2})\.\s*([12]\d{3})(?!\d)/;

/**
 * The date of a BibTeX (`year`, `month`, `day`) or BibLaTeX (`date`) entry. `date` (EDTF levels 0 and 1) counts first,
 * when it says a year. Month names may be English (also BibTeX's `jan`), German, French or Spanish; `month` may hold the
 * day too (`10~mar`, `mar 5--8`). `in press` and a decade (`199X`) are no year. Empty when nothing is known.
 */
export function texDate({ date = '', year = '', month = '', day = '' }: TexDateFields): TexDate {
  const issued = issuedOf(date.slice(0, maxLength).replace(season, '$1')) ?? issuedOf(year, month, day);
  return issued === undefined ? {} : { issued, year: Number(issued.slice(0, 4)) };
}

function issuedOf(value: string, month = '', day = ''): string | undefined {
  if (value === '') return undefined;
  if (month === '' && plainYear.test(value)) return value;
  // Marks of doubt; `~` would be a space.
  const text = decodeTex(value.slice(0, maxLength).replace(/[?~%]+(?=[\s/}]|$)/g, ''));
  if (text === '') return undefined;
  const exact = edtfDate(text);
  // A year alone is made more exact by the month.
  if (exact !== undefined && exact.length !== 4) return exact === '' ? undefined : exact;
  const [, dd, mm, yyyy] = dayFirst.exec(text) ?? [];
  if (yyyy !== undefined) return isoDate(Number(yyyy), Number(mm), Number(dd));
  const [, from, to = ''] = yearRange.exec(text) ?? [];
  const end = to.length === 2 ? `${from?.slice(0, 2) ?? ''}${to}` : to;
  if (from !== undefined && Number(end) > Number(from)) return `${from}/${end}`;
  const first = text.match(yearPattern)?.[0];
  if (first === undefined) return undefined;
  const rest = decodeTex(month.slice(0, maxLength)) || text.replace(first, ' ');
  return monthAndDay(Number(first), rest, decodeTex(day.slice(0, maxLength)));
}

/** `mar`, `March`, `3`, `10 mar`, `mar 5–8`, `March/April` to a date of `year`. */
function monthAndDay(year: number, month: string, day: string): string {
  const words = month.match(/\p{L}+|\d+/gu) ?? [];
  const months = words.map(monthOfName).filter((number) => number !== undefined);
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  const [named, second] = months;
  if (named === undefined) {
    const number = numbers.length === 1 && words.length === 1 ? numbers[0] : undefined;
    return isoDate(year, number, dayOf(day));
  }
  if (second !== undefined) return monthRange(year, [named, second], numbers);
  const [start = dayOf(day), end] = numbers;
  const from = isoDate(year, named, start);
  const to = isoDate(year, named, end);
  return numbers.length === 2 && from.length === 10 && to > from && to.length === 10 ? `${from}/${to}` : from;
}

/** `March/April` and `30 June--2 July`. */
function monthRange(year: number, [first, second]: readonly [number, number], days: readonly number[]): string {
  const [start, end] = days.length === 2 ? days : [];
  const from = isoDate(year, first, start);
  const to = isoDate(year, second, end);
  return to > from && to.length === from.length ? `${from}/${to}` : isoDate(year, first);
}

function dayOf(day: string): number | undefined {
  return /^\d{1,2}$/.test(day) ? Number(day) : undefined;
}
