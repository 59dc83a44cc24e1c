/** How long a person would wait at most, and much more for a loaded machine. */
const patience = 120_000;

/** Asks until the answer is neither false nor undefined, and gives it. Rejects with what was waited for, as it is told then. */
export async function until<T>(
  what: string | (() => string),
  ask: () => T | false | undefined | Promise<T | false | undefined>,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) {
      throw new Error(`Waited ${milliseconds} ms in vain for ${typeof what === 'string' ? what : what()}`);
    }
    await pause(25);
  }
}

/** Lets time go by. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
