/** "Published on May 19, 2024", "[Submitted on 1 Jan 2024 (v1), …]": what a page says of the paper, not of its list. */
const dated = /^[^\p{L}\p{N}]{0,4}(?:published|submitted)(?: on|:)?\s/iu;
const year = /(?:^|\D)((?:1[5-9]|20)\d{2})(?!\d)/;

/** The first year that a line names which says when the paper appeared; `undefined` for every other line. */
export function publishedYear(line: string): number | undefined {
  return /\d{4}/.test(line) && dated.test(line) ? firstYear(line) : undefined;
}

/** The first number of four digits that reads as a year. */
export function firstYear(text: string): number | undefined {
  const found = year.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The year in which arXiv gave an id out: its first two digits, `2401.00001` and `cs/0309040`. arXiv began in 1991. */
export function arxivYear(id: string): number {
  const digits = Number(id.slice(id.indexOf('/') + 1).slice(0, 2));
  return digits >= 91 ? 1900 + digits : 2000 + digits;
}
