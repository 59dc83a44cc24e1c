/**
 * A path below a workspace folder, with `/` between its parts; `undefined` for anything else: a workspace must not be able
 * to have files read or written elsewhere.
 */
export function insidePath(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const segments = value
    .trim()
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  const absolute = /^([/\\]|[a-z]:)/i.test(value.trim());
  if (absolute || segments.length === 0 || segments.includes('..') || value.includes('\0')) return undefined;
  return segments.join('/');
}
