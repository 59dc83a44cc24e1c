/** A key in the target of a link, and where in the target it begins. */
export interface TargetKey {
  readonly key: string;
  readonly start: number;
}

const title = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?`;
const target = new RegExp(String.raw`^(\s*<)([^<>\r\n]*)>${title}\s*$|^(\s*)([^\s<>]+)${title}\s*$`);
/** An address of the web: `https://x.org/@somebody` is no paper. */
const address = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const longest = 1000;

/**
 * The key that a link leads to, of what stands in its parentheses: `@key`, `@key.md`, `notes/@key.md#part "Title"`. In a
 * folder, and for an image, only a file of Markdown is about a paper: `img/@2x.png` is not. Not a key with an escape in it
 * (`%C3%BC`), which does not stand there as it is.
 */
export function keyOfTarget(inside: string, isImage: boolean): TargetKey | undefined {
  const match = inside.length > longest ? null : target.exec(inside);
  if (match === null) return undefined;
  const lead = (match[1] ?? match[3] ?? '').length;
  const path = (match[2] ?? match[4] ?? '').replace(/#.*$/, '').trimEnd();
  const at = path.startsWith('@') ? 0 : path.lastIndexOf('/') + 1;
  if (path[at] !== '@' || (at > 0 && address.test(path))) return undefined;
  const key = path.slice(at + 1).replace(/\.md$/i, '');
  const isNote = at + 1 + key.length < path.length;
  if (key === '' || /[\s\\]|%[0-9a-f]{2}/i.test(key) || (!isNote && (at > 0 || isImage))) return undefined;
  return { key, start: lead + at + 1 };
}
