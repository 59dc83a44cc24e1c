/** V8 copies shorter texts anyway. */
const shortestPart = 13;

/**
 * The same text in memory of its own. One that was cut out of a file keeps the whole text of that file; joined with
 * something else it is written anew.
 */
export function ownText(text: string): string {
  return text.length < shortestPart ? text : ` ${text}`.slice(1);
}
