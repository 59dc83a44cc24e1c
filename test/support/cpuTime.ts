/**
 * Milliseconds that this thread has worked so far. Two of them tell what a piece of work takes, however busy others keep
 * the machine: tests compare them where a clock would tell of the neighbours.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
