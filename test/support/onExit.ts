const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const tasks = new Set<() => void>();
let listening = false;

function runAll(): void {
  for (const task of tasks) task();
  tasks.clear();
}

/**
 * Runs a synchronous task when this process ends, also by Ctrl+C or `kill`; the signals then end the process with the usual code.
 * Returns a function that takes the task back.
 */
export function onExit(task: () => void): () => void {
  if (!listening) {
    listening = true;
    process.on('exit', runAll);
    for (const [index, signal] of signals.entries()) {
      process.on(signal, () => process.exit(128 + ([2, 15, 1][index] ?? 0)));
    }
  }
  tasks.add(task);
  return () => void tasks.delete(task);
}
