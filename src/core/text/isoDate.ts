const months = 'january february march april may june july august september october november december'.split(' ');
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const numeric = /^([12]\d{3})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?!\d)/;
const compact = /^([12]\d{3})([01]\d)([0-3]\d)(?!\d)/;
const maxLength = 100;

/**
 * ISO 8601, as exact as known (`2024`, `2024-05`, `2024-05-19`), of the dates that bibliographic files write:
 * `2024-05-19T10:00Z`, `2024/05/19/later`, `2024//`, `20240519`, `2024 May 19`, `2024 May-Jun`, `19 May 2024`,
 * `May 19, 2024`, `Spring 2024`, `(c2024)`. Of a range its beginning; of a season its year, for it begins in different
 * months on the two halves of the earth. `05/19/2024` gives the year: which number is the month is a guess. `undefined`
 * when there is no year of four digits.
 */
export function isoDate(text: string): string | undefined {
  const date = text.slice(0, maxLength).trim();
  const [whole, year, month, day] = numeric.exec(date) ?? compact.exec(date) ?? [];
  if (whole !== undefined && (month !== undefined || !/[a-z]{3}/i.test(date.slice(4)))) {
    return isoOf(Number(year), Number(month ?? 0), Number(day ?? 0));
  }
  const words = date.match(/\p{L}+|\d+/gu) ?? [];
  const found = words.find((word) => /^[12]\d{3}$/.test(word));
  if (found === undefined) return undefined;
  const named = words.map(monthOf).find((number) => number > 0) ?? 0;
  return isoOf(Number(found), named, Number(words.find((word) => /^\d{1,2}$/.test(word)) ?? 0));
}

/** 1..12 for a name or its beginning of three letters or more; 0 for any other word. */
function monthOf(word: string): number {
  const name = word.toLowerCase();
  return name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1;
}

/** Month and day only where they are possible. */
function isoOf(year: number, month: number, day: number): string {
  const days = daysInMonth[month - 1];
  if (days === undefined) return String(year);
  const exact = `${year}-${String(month).padStart(2, '0')}`;
  return day >= 1 && day <= days ? `${exact}-${String(day).padStart(2, '0')}` : exact;
}
