import type { PersonName } from '../../personName.ts';
import { cslText } from '../cslText.ts';
import { cleanLine } from '../texText.ts';

/** A text as the value of a field: one line, where paragraphs part only a space. */
export function risText(text: string): string {
  return cslText(cleanLine(text));
}

/** `van der Berg, Jan, Jr.`; a body has no comma. */
export function risName(name: PersonName): string {
  if ('literal' in name) return part(name.literal);
  const { particle = '', family, given = '', suffix = '' } = name;
  return [part(`${particle} ${family}`), part(given), part(suffix)].filter((text) => text !== '').join(', ');
}

function part(text: string): string {
  return risText(text.replaceAll(',', ' '));
}
