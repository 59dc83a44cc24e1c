import type { PaperRecord } from '../paper.ts';
import type { WorkDetails } from '../workDetails.ts';

/**
 * The details of a work from those of its records, the surest first: each name list, variable and other field from the
 * first that has it. The authors are those of `authorsOf`, whose names the paper shows; a day of issue must agree with `year`.
 */
export function mergeDetails(
  records: readonly PaperRecord[],
  authorsOf: PaperRecord | undefined,
  year: number | undefined,
): WorkDetails | undefined {
  const all = records.map(({ details }) => details).filter((details) => details !== undefined);
  const type = all.find((details) => details.type !== undefined)?.type;
  const { author: _others, ...names } = firstOfEach(all.map((details) => ({ ...details.names })));
  const author = authorsOf?.details?.names?.author;
  const variables = firstOfEach(
    all.map(({ variables: own }) => {
      const { issued, ...others } = { ...own };
      return issued !== undefined && isOfYear(issued, year) ? { ...others, issued } : others;
    }),
  );
  const other = new Map(all.toReversed().flatMap((details) => details.other ?? []));
  const ordered = new Map(
    all.flatMap((details) => (details.other ?? []).map(([name]) => [name, other.get(name) ?? ''] as const)),
  );
  const merged: WorkDetails = {
    ...(type === undefined ? {} : { type }),
    ...(author === undefined && isEmpty(names) ? {} : { names: { ...names, ...(author && { author }) } }),
    ...(isEmpty(variables) ? {} : { variables }),
    ...(ordered.size === 0 ? {} : { other: [...ordered] }),
  };
  return isEmpty(merged) ? undefined : merged;
}

/** Each member from the first object that has it. */
function firstOfEach<T>(objects: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const merged = new Map<string, T>();
  for (const object of objects.toReversed()) {
    for (const [name, value] of Object.entries(object)) merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

function isOfYear(issued: string, year: number | undefined): boolean {
  return year === undefined || issued.startsWith(String(year));
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}
