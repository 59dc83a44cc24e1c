/** The value below which `share` of the sorted numbers lie: the greatest one for 1. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? Number.NaN;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** `p50/p95/p99` of milliseconds. */
export function percentiles(times: readonly number[]): string {
  if (times.length === 0) return '-';
  return [0.5, 0.95, 0.99].map((share) => short(quantile(times, share))).join('/');
}

/** The median, and the range when there are several: `12 (11-15)`. */
export function spread(times: readonly number[], unit = 1): string {
  const [least, middle, most] = [0, 0.5, 1].map((share) => short(quantile(times, share) / unit));
  return times.length > 1 ? `${middle ?? ''} (${least ?? ''}-${most ?? ''})` : (middle ?? '');
}

/** Two or three digits that matter: `0.034`, `1.2`, `350`. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value >= 100) return value.toFixed(0);
  if (value >= 1) return value.toFixed(1);
  return value >= 0.1 ? value.toFixed(2) : value.toFixed(3);
}

/** Mean reciprocal rank of places counted from 1, 0 for not found. */
export function mrr(ranks: readonly number[]): number {
  return mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank)));
}

/** The share that is among the first ten. */
export function recallAtTen(ranks: readonly number[]): number {
  return mean(ranks.map((rank) => (rank > 0 && rank <= 10 ? 1 : 0)));
}
