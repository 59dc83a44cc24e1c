const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "Opened 3 days ago"; both in milliseconds since 1970. A time to come, as clocks that were set have it, is now. */
export function openedAgo(then: number, now: number): string {
  const passed = Math.max(0, now - then);
  const [unit, length] = steps.find(([, milliseconds]) => passed >= milliseconds) ?? ['minute', 60_000];
  const amount = Math.floor(passed / length);
  if (amount === 0) return 'Opened just now';
  return `Opened ${new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-amount, unit)}`;
}
