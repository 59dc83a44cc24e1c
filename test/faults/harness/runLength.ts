/** `PAPERSIDE_FAULTS=long` asks for the run that takes its time. */
const long = process.env['PAPERSIDE_FAULTS'] === 'long';

/** How many kills of the extension host one test makes: more points than that are all tried once. */
export function killsWanted(points: number): number {
  return Math.max(points, long ? 400 : 40);
}

/** Takes a number for each length of run. */
export function byLength(short: number, longer: number): number {
  return long ? longer : short;
}
