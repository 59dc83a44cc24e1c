/** A name of a mapping at the beginning of a line, with its colon. */
const nameLine =
  /^[ \t]*(?:"([^"\r\n]{1,200})"|'([^'\r\n]{1,200})'|([^\s#:"'[\]{},&*!|>%@`-][^:\r\n]{0,200}?))[ \t]*:(?=[ \t\r\n]|$)/;
const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/g;

/**
 * The lines of a YAML text that give these names of its top level a value, and no others: metadata may be long, and
 * reading YAML takes milliseconds for every few kilobytes. `''` when it has none of them, or is written in braces. Linear.
 */
export function pickFields(yaml: string, names: readonly string[]): string {
  const picked: string[] = [];
  let indent: number | undefined;
  let isPicked = false;
  for (const [line] of yaml.matchAll(lines)) {
    const depth = line.length - line.trimStart().length;
    const name = indent !== undefined && depth > indent ? undefined : nameOf(line);
    if (name !== undefined) {
      indent ??= depth;
      isPicked = names.includes(name);
    }
    if (isPicked) picked.push(line);
  }
  return picked.join('');
}

/** What stands below a name that `pickFields` found alone, as a YAML text of its own; `''` for a value beside the name. */
export function blockBelow(picked: string): string {
  return picked.replace(/^[^\r\n]*(?:\r\n|\n|\r|$)/, '');
}

function nameOf(line: string): string | undefined {
  const [, double, single, plain] = nameLine.exec(line) ?? [];
  return double ?? single ?? plain;
}
