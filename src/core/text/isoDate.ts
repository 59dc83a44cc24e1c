const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);
const numeric = /^([12]\d{3})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?![\d])/;
const maxLength = 100;

/**
 * ISO 8601, as exact as known (`2024`, `2024-05`, `2024-05-19`), of the dates that bibliographic files write:
 * `2024-05-19T10:00Z`, `2024/05/19/later`, `2024//`, `2024 May 19`, `2024 May-Jun`, `19 May 2024`, `May 19, 2024`,
 * `Spring 2024`, `(c2024)`. Of a range its beginning. `undefined` when there is no year of four digits.
 */
export function isoDate(text: string): string | undefined {
  const date = text.slice(0, maxLength).trim();
  const [whole, year, month, day] = numeric.exec(date) ?? [];
  if (whole !== undefined && year !== undefined && (month !== undefined || !/[a-z]{3}/i.test(date.slice(4)))) {
    return isoOf(Number(year), Number(month ?? 0), Number(day ?? 0));
  }
  const words = date.match(/\p{L}+|\d+/gu) ?? [];
  const found = words.map((word) => Number(/[12]\d{3}$/.exec(word)?.[0])).find((number) => number >= 1000);
  if (found === undefined) return undefined;
  const days = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  for (const word of words) {
    const number = monthOf(word.toLowerCase());
    if (number !== undefined) return isoOf(found, number, seasons.has(word.toLowerCase()) ? 0 : (days[0] ?? 0));
  }
  return String(found);
}

function monthOf(word: string): number | undefined {
  const index = months.indexOf(word.slice(0, 3));
  if (index >= 0 && word.length >= 3) return index + 1;
  return seasons.get(word);
}

function isoOf(year: number, month: number, day: number): string {
  if (month < 1 || month > 12) return String(year);
  const exact = `${year}-${String(month).padStart(2, '0')}`;
  return day >= 1 && day <= 31 ? `${exact}-${String(day).padStart(2, '0')}` : exact;
}
