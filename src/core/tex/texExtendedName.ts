import type { PersonName } from '../personName.ts';
import { decodeTex } from './decodeTex.ts';
import type { TexNameParts } from './texNameWords.ts';

const assignment = /^"?\s*(family|given|prefix|suffix|useprefix|juniorsuffix|(?:family|given|prefix|suffix)-i)\s*=\s*/i;

/**
 * A name in BibLaTeX's extended form: `family=Müller, given=Jo, prefix=van`. Initials (`given-i`) and options are left out.
 * `undefined` for any other name.
 */
export function extendedName(parts: TexNameParts): PersonName | undefined {
  if (!assignment.test(parts[0]?.join(' ') ?? '')) return undefined;
  const values = new Map<string, string>();
  let key = '';
  for (const words of parts) {
    const part = words.join(' ');
    const found = assignment.exec(part);
    const value = found === null ? part : part.slice(found[0].length);
    // A comma inside quotes belongs to the value before it.
    if (found !== null) key = (found[1] ?? '').toLowerCase();
    values.set(key, found === null ? `${values.get(key) ?? ''}, ${value}` : value);
  }
  const field = (name: string) => decodeTex((values.get(name) ?? '').replace(/^"|"$/g, ''));
  const [family, given, particle] = [field('family'), field('given'), field('prefix')];
  const suffix = field('suffix') || field('juniorsuffix');
  if (family === '') return given === '' ? undefined : { family: given };
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== '' && { particle }),
    ...(suffix !== '' && { suffix }),
  };
}
