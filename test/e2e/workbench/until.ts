/** How long a person would wait at most, and some more for a loaded machine. */
const patience = 15_000;

/** Asks until the answer is true. A question that cannot be answered yet counts as no; the last reason is told. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  milliseconds = patience,
): Promise<void> {
  const end = Date.now() + milliseconds;
  let reason = '';
  for (;;) {
    try {
      if (await check()) return;
      reason = '';
    } catch (error) {
      reason = `: ${String(error)}`;
    }
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
