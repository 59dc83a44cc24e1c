import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PersonName } from '../../personName.ts';

/** `K. He`, `X.-Y. van der Zhang`: how IEEE writes authors. */
const initialsFirst = /^(?:\p{Lu}\p{Ll}?\.[- ]?){1,5}(?:\p{L}[\p{L}'’-]*\.? ?){1,4}$/u;

/**
 * A name of a tagged file, in one line. Those of people have a comma behind the family name; one without, or with nothing
 * behind the comma, is a body and stays whole, unless it begins with initials.
 */
export function taggedName(name: string): PersonName {
  const bare = name.replace(/[,;]$/, '').trim();
  if (bare.length === name.length && (name.includes(',') || (name.length < 100 && initialsFirst.test(name))))
    return parsePlainName(name);
  return bare.includes(',') ? parsePlainName(bare) : { literal: bare };
}
