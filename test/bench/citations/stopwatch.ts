/** How long a question took: milliseconds on the clock, and of the processor, of all threads together. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

/** Starts now; what it gives tells what was taken since. */
export function stopwatch(): () => Took {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - start, processor: (user + system) / 1000 };
  };
}
