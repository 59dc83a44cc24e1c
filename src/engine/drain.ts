/** How work is run in slices. */
export interface Slices {
  /** Milliseconds from any fixed point; monotonic. */
  now(): number;
  /** Lets others have a turn, then resolves; rejects when the work is to be given up. */
  breathe(): Promise<void>;
}

/** Work between two breaths: short enough that a question asked meanwhile is answered within a frame. */
const sliceMilliseconds = 8;

/** Runs a sliced piece of work to its end, breathing between slices. Rejects when a breath does. */
export async function drain<T>(work: Generator<unknown, T, void>, slices: Slices): Promise<T> {
  let until = slices.now() + sliceMilliseconds;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (slices.now() < until) continue;
    await slices.breathe();
    until = slices.now() + sliceMilliseconds;
  }
}
