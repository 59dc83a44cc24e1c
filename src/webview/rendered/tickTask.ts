/** A line of a list that is a task: what stands before the mark, and the mark. */
const task = /^((?:[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[)([ xX])(?=\][ \t])/;

/** The text with the task of this line (zero-based) done or not; the same text when there is no task in it. */
export function tickTask(text: string, line: number, done: boolean): string {
  let start = 0;
  for (let at = 0; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  const found = task.exec(text.slice(start, end === -1 ? undefined : end));
  if (found === null) return text;
  const mark = start + (found[1] ?? '').length;
  return text.slice(0, mark) + (done ? 'x' : ' ') + text.slice(mark + 1);
}
