import { isoDate } from '../../text/isoDate.ts';
import { listOf, member, textOf } from '../json/jsonValues.ts';

/**
 * A CSL date as ISO 8601, a range as `2023/2024`: `date-parts` (numbers or digits; a list or a list of lists), `year` with
 * `month` and `day` (older Pandoc; also a list of two), `raw`, `literal`, or a text (EDTF in YAML). Seasons and `circa` say
 * nothing that ISO could. `undefined` without a year of four digits.
 */
export function cslDate(value: unknown): string | undefined {
  const text = Array.isArray(value) ? '' : textOf(value);
  if (text !== '') return textDate(text);
  if (Array.isArray(value)) return rangeOf(value.map((one) => cslDate(one) ?? partsOf(one))) ?? partsOf(value);
  const parts = listOf(member(value, 'date-parts'));
  const year = ['year', 'month', 'day'].map((name) => member(value, name));
  return (
    rangeOf(parts.map(partsOf)) ??
    partsOf(parts) ??
    partsOf(year) ??
    textDate(textOf(member(value, 'raw'))) ??
    textDate(textOf(member(value, 'literal')))
  );
}

/** EDTF, or as people write dates; both ends of a range where both are there. */
function textDate(text: string): string | undefined {
  const [from = '', to = '', ...more] = text.slice(0, 100).split('/');
  // `2020/05/19` is no range.
  if (more.length > 0 || to.trim().length < 4) return isoDate(text);
  return rangeOf([isoDate(from), isoDate(to)]) ?? isoDate(text);
}

function rangeOf([from, to]: readonly (string | undefined)[]): string | undefined {
  return from === undefined || to === undefined || from === to ? from : `${from}/${to}`;
}

function partsOf(parts: unknown): string | undefined {
  const [year = 0, month = 0, day = 0] = listOf(parts)
    .slice(0, 3)
    .map((part) => Math.trunc(Number(Array.isArray(part) ? Number.NaN : textOf(part))));
  return year >= 1000 && year <= 2999 ? isoDate(`${year}-${month || 0}-${day || 0}`) : undefined;
}
