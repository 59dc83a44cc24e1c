/** Ends this process within a second when the one that started it is gone: `npm` or a test run that is killed does not always take us with it. */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}
