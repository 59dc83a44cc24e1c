import { cpuTime } from './cpuTime.ts';

/** How much is done at first, how much then, and a ratio of their times below which all is well. */
export interface GrowthSizes {
  readonly small: number;
  readonly large: number;
  readonly enough: number;
}

/**
 * How many times longer `work` takes for `large` than for `small`, the least of ten tries or the first one below `enough`:
 * a busy machine only makes it slower, so one quiet try tells. Times below a millisecond count as one. `prepare` makes what
 * is worked on, which is not counted.
 */
export function growth<T>(
  prepare: (size: number) => T,
  work: (of: T) => void,
  { small, large, enough }: GrowthSizes,
): number {
  const few = prepare(small);
  const many = prepare(large);
  const time = (of: T): number => {
    const start = cpuTime();
    work(of);
    return cpuTime() - start;
  };
  time(few);
  let ratio = Infinity;
  for (let tries = 0; tries < 10 && ratio >= enough; tries += 1) {
    const short = Math.max(Math.min(time(few), time(few), time(few)), 1);
    ratio = Math.min(ratio, time(many) / short);
  }
  return ratio;
}
