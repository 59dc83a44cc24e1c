import { namesOf, type NamedPaper } from '../readingLists.ts';

/** When papers were opened, in milliseconds since 1970, by key; the one opened last is the last. */
export type OpenedTimes = ReadonlyMap<string, number>;

/** Reads what was stored: pairs of key and time. What is not of this shape is nothing. */
export function parseOpenedTimes(value: unknown): OpenedTimes {
  const pairs = Array.isArray(value) ? value.filter(isOpening) : [];
  return new Map(pairs);
}

/** The times with a paper opened at `time`, of the `most` that were opened last. Its older keys leave them. Linear. */
export function withOpening(
  times: OpenedTimes,
  paper: NamedPaper,
  { time, most }: { readonly time: number; readonly most: number },
): OpenedTimes {
  const next = new Map(times);
  for (const name of namesOf(paper)) next.delete(name);
  next.set(paper.key, time);
  return next.size <= most ? next : new Map([...next].slice(-most));
}

/** The times once a paper has another key; in their order. Linear. */
export function withOtherKey(times: OpenedTimes, from: string, to: string): OpenedTimes {
  return new Map([...times].map(([key, time]) => [key === from ? to : key, time]));
}

/** When a paper was opened last, by any of its keys; `undefined` when nobody knows. */
export function openedAt(times: OpenedTimes, paper: NamedPaper): number | undefined {
  const known = namesOf(paper).flatMap((name) => times.get(name) ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}

function isOpening(value: unknown): value is readonly [string, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const key: unknown = value[0];
  const time: unknown = value[1];
  return typeof key === 'string' && typeof time === 'number' && Number.isSafeInteger(time) && time >= 0;
}
