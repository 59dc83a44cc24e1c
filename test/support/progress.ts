/**
 * Says what is being done while it lasts: one line that counts the seconds in a terminal, a line now and then elsewhere.
 * Passes on what the work gives or throws.
 */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - start) / 1000)} s`;
  const terminal = process.stdout.isTTY;
  process.stdout.write(terminal ? `${what} …` : `${what} …\n`);
  const timer = setInterval(
    () => process.stdout.write(terminal ? `\r${what} … ${seconds()}` : `  still at it after ${seconds()}\n`),
    terminal ? 1000 : 15_000,
  );
  try {
    const result = await work();
    process.stdout.write(terminal ? `\r${what}: done in ${seconds()}\n` : `  done in ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
