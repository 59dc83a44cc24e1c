const point = /^(\d{4})(?:[-/](\d{1,2}|[\dXxUu]{2}))?(?:[-/](\d{1,2}|[\dXxUu]{2}))?(?:[T ]\d{1,2}:.*)?[?~%]?$/;

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * ISO 8601 for a date or range of EDTF (level 0 and what BibLaTeX takes of level 1): times, marks of doubt, unknown digits
 * and seasons are left out; of an open range its known end stays. `''` for a date whose year is not known (`199X`);
 * `undefined` for what is no such date.
 */
export function edtfDate(text: string): string | undefined {
  const single = pointOf(text);
  if (single !== undefined) return single;
  if (/^[12]?\d{0,2}[XxUu]{1,3}[?~%]?$/.test(text) && text.length <= 5) return '';
  const ends = text.split('/');
  if (ends.length !== 2) return undefined;
  const [from, to] = ends.map((end) => (/^(?:\.\.)?$/.test(end.trim()) ? '' : pointOf(end.trim())));
  if (from === undefined || to === undefined) return undefined;
  if (from === '' || to === '' || from === to) return from || to;
  return from < to ? `${from}/${to}` : from;
}

/** ISO 8601, as exact as its parts are possible: month 1..12, day of that month. */
export function isoDate(year: number, month?: number, day?: number): string {
  if (month === undefined || month < 1 || month > 12) return String(year);
  const exact = `${year}-${String(month).padStart(2, '0')}`;
  const isDay = day !== undefined && day >= 1 && day <= (daysInMonth[month - 1] ?? 0);
  return isDay ? `${exact}-${String(day).padStart(2, '0')}` : exact;
}

function pointOf(text: string): string | undefined {
  const [whole, year, month, day] = point.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const number = Number(year);
  // `2023/24` is no month.
  if (number < 1000 || number > 2999 || (text[4] === '/' && Number(month) > 12)) return undefined;
  return isoDate(number, month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day));
}
