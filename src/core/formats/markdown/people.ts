import { parsePlainName } from '../../names/parsePlainName.ts';
import { displayName } from '../../personName.ts';

const particle = String.raw`(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|af|av|y|e|d’|d')`;
const word = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.\-‐]*|\p{Lo}+|\(\p{Lu}[\p{L}]+\)|(?:d|l|al|el)['’-]\p{Lu}[\p{L}]+)`;
const fullName = new RegExp(String.raw`^(?:${word}|${particle})(?:\s(?:${word}|${particle})){0,5}[\d*†‡]{0,3}$`, 'u');
const etAl = /,?\s*(?:\bet\.? ?al\b\.?,?|\band (?:\d+ )?others\b\.?|\s?等|,?\s?(?:\.\.\.|…))$/iu;
/** Most names. */
const plainName = /^[A-Z][a-z]+ [A-Z][a-z]+$/;
const beginning = /^(?:by|authors?\s*:|written by|from)\s+/i;
const initials = /(?:^|[\s.,-])\p{Lu}\.?(?:$|[\s.,;-])/u;
/** Words that titles and descriptions begin with a capital, and that no one is called. */
const noName =
  /\b(?:The|An|A(?=\s\p{L})|Of|For|And|With|Learning|Deep|Neural|Networks?|Model(?:s|ing)?|Survey|Overview|Review|Paper|Official|Code|Dataset|Benchmark|Language|Vision|Introduction|Blog|Great|Good|Best|New|Part|Awesome|Tutorial|Analysis|System|Systems|Method|Data|Open|Source|Must|Read|To|In|On|Is|Are|We|This|Our|Framework|Tool|Library|Oral|Spotlight|Published|Abstract|Summary|Notes?|Week|Session)\b/u;
const onlyInitials = /^(?:\p{Lu}\p{Ll}?\.?[-\s]?){1,4}$/u;
const longest = 4_000;

/** Names, and whether the text itself says that they are. */
export interface NameList {
  readonly names: readonly string[];
  /** `et al.`, initials, `by`, or three and more names: no title reads like that. */
  readonly sure: boolean;
}

/**
 * The names of a text that is nothing but a list of them: `A. Bell, C. Door, and E. Frost`, `Bell, A., & Door, C.`,
 * `Bell et al.`. `undefined` for any other text. Names come out as people read them.
 */
export function nameList(text: string): NameList | undefined {
  if (text.length > longest) return undefined;
  const bare = text.trim().replace(/[,;:]+$/, '');
  const list = withoutOthers(bare).replace(beginning, '').replace(/[*_]+/g, '');
  if (list === '' || !/^[\p{Lu}\p{Lo}(]|^(?:van|von|de|di|da|del|el|al|d|l)\b/u.test(list)) return undefined;
  const names = splitNames(list);
  const good = names.filter((name) => fullName.test(name));
  if (names.length === 0 || good.length < names.length * 0.8 || noName.test(list)) return undefined;
  const named = list.length < bare.length;
  const sure = named || names.length > 2 || initials.test(list);
  if (!sure && !names.every((name) => isWholeName(name))) return undefined;
  return { names, sure };
}

/** The names of a text that stands where lists put the authors: also those that no rule knows as names. */
export function listedAuthors(text: string): readonly string[] | undefined {
  const names = splitNames(withoutOthers(text).replace(beginning, ''));
  const like = names.filter((name) => plainName.test(name) || fullName.test(name) || /^\S{2,30}$/.test(name));
  return like.length * 2 >= names.length && names.length > 0 ? names : undefined;
}

function withoutOthers(text: string): string {
  return /(?:al\b\W{0,2}|others\.?|等|\.\.\.|…)$/u.test(text.slice(-8)) ? text.replace(etAl, '') : text;
}

function splitNames(list: string): readonly string[] {
  // The plain case first: nothing but full names between commas.
  if (!/[;&|，、]| and |\s\s|[A-Z]\.(?:,|$)/.test(list)) {
    const plain = list.split(', ');
    if (plain.every((name) => name.includes(' '))) return plain;
  }
  if (/[，、]/.test(list)) return list.split(/\s*[，、]\s*/).filter((name) => name !== '');
  if (/^[^\s,]{2,}, [^\s,]{2,}$/.test(list)) return [displayName(parsePlainName(list))];
  const joined = list.replace(/,?\s+&\s+/g, ' and ').replace(/^and\s+/, '');
  const isInverted =
    /^[^,;]+,\s*(?:\p{Lu}\.|[^,\s]+(?:\s\p{Lu}\.)?(?:;|,? and ))/u.test(joined) || joined.includes(';');
  if (isInverted) return invertedNames(joined).map((name) => displayName(parsePlainName(name)));
  return joined.split(/,\s+(?:and\s+)?|\s+and\s+/).filter((name) => name !== '');
}

/** "Ana Moss", not "Ana" and not "Overview". */
function isWholeName(name: string): boolean {
  const words = name.split(' ').length;
  return (words >= 2 && words <= 5) || /^\p{Lo}{2,4}$/u.test(name);
}

/** `Bell, A.` of `Bell, A., Door, C. and Frost, E.`: a comma before initials, or the only one between two "and", parts no names. */
function invertedNames(list: string): readonly string[] {
  if (list.includes(';')) return list.split(/\s*;\s*(?:and\s+)?/).filter((name) => name !== '');
  const parts = list.split(/,?\s+and\s+/).filter((name) => name !== '');
  if (parts.length > 1 && parts.every((part) => /^[^,]+,[^,]+$/.test(part))) return parts;
  const names: string[] = [];
  for (const piece of parts.flatMap((part) => part.split(/,\s*/))) {
    const before = names.at(-1);
    if (before !== undefined && onlyInitials.test(piece) && !before.includes(','))
      names[names.length - 1] = `${before}, ${piece}`;
    else if (piece !== '') names.push(piece);
  }
  return names;
}
