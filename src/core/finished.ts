/** Runs sliced work to its end at once, for who cannot wait. */
export function finished<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
