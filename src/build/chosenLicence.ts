/** Licences (SPDX ids) under which a package may be in a bundle: they ask for their text, and nothing of what is beside them. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** Packages that are in a bundle of their own, because their licence asks for more. */
const allowedFor: Readonly<Record<string, string>> = { citeproc: 'CPAL-1.0' };

/**
 * The licence under which a package is taken, of those that its package.json offers as an SPDX expression: the first that is allowed of
 * those between `OR`; of those between `AND` all must be. `undefined` where none may be taken, or the expression is none.
 */
export function chosenLicence(name: string, expression: string): string | undefined {
  const isAllowed = (id: string): boolean => allowed.has(id) || allowedFor[name] === id;
  const offered = expression.replace(/^\((.*)\)$/, '$1').split(/\s+OR\s+/);
  return offered.find((part) =>
    part
      .replace(/^\((.*)\)$/, '$1')
      .split(/\s+AND\s+/)
      .every(isAllowed),
  );
}
