/** Characters that no file name has on every file system, and those that would be more than a name. */
const forbidden = /[\p{C}<>:"\\|?*]/u;
const longestName = 500;

/**
 * The path below the folder of notes that a link `[[name]]` means, without its heading (`name#heading`) and label
 * (`name|label`): `ideas/moss.md`. `undefined` for a name that could lead out of that folder, or that is none.
 */
export function noteLinkPath(target: string): string | undefined {
  if (target.length > longestName) return undefined;
  const [name = ''] = target.split(/[#|^]/);
  const segments = name.trim().split('/');
  const isSafe = segments.every(
    (segment) => segment.trim() !== '' && !/^\s|[\s.]$/.test(segment) && !forbidden.test(segment),
  );
  if (!isSafe) return undefined;
  const path = segments.join('/');
  return /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`;
}
