const namePart =
  /^(?:\p{Lu}[\p{L}'’.-]{0,24}|d[aeiou]|d[ao]s|van|von|den|der|ter|ten|zu|la|le|del|bin|ibn|al|el|y|e)$/u;
const hanName = /^\p{Script=Han}{2,4}$/u;
/** Of the names of an unlabelled list, this share must be full ones: "Trees, Forests and Random Graphs" is a title. */
const neededFullNames = 0.6;
/** One name in so many may be written in a way that no rule foresees: "wanli shi", "I. Laradji (editor)". */
const strangeNames = 4;
const maxNameLength = 60;
const maxLineLength = 4_000;
/** Prose, told at its beginning: no name has three such words. */
const asciiLowerCaseWords = /\s[a-z]+ [a-z]+ [a-z]+ /;
const lowerCaseWords = /\s\p{Ll}+ \p{Ll}+ \p{Ll}+ /u;

/**
 * The names of an authors line: `Authors: A B, C D and E F`, or at least two names between commas. `undefined` for every
 * other line. A title of two capitalised phrases joined by "and" passes, too.
 */
export function authorsOf(line: string): readonly string[] | undefined {
  if (line.length > maxLineLength || asciiLowerCaseWords.test(line)) return undefined;
  // Most lines are neither joined of several parts nor labelled.
  if (!/[,，、;&]|\sand\s/.test(line) && !/^\s*author/i.test(line)) return undefined;
  if (/[^ -~]/.test(line) && lowerCaseWords.test(line)) return undefined;
  const labelled = /^authors?\s*[:：]\s*(.+)$/i.exec(line.trim());
  const list = (labelled?.[1] ?? line.trim()).replace(/,?\s+et al\.?$/i, '');
  const names = list
    .split(/[,，、;]\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+/)
    .map((name) => withoutMarks(name.trim()))
    .filter((name) => name !== '');
  const strange = Math.floor(names.length / strangeNames);
  let full = 0;
  let invalid = 0;
  for (const name of names) {
    if (!isName(name)) invalid += 1;
    else if (hanName.test(name) || /\s/.test(name)) full += 1;
    if (invalid > strange || name.length > maxNameLength) return undefined;
  }
  if (labelled !== null) return names.length === 0 ? undefined : names;
  return names.length >= 2 && full >= 2 && full >= names.length * neededFullNames ? names : undefined;
}

function withoutMarks(name: string): string {
  return /[A-Za-z.]$/.test(name) ? name : name.replace(/[\d*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/u, '');
}

/** One to six parts, each written as parts of names are. */
function isName(name: string): boolean {
  if (hanName.test(name)) return true;
  const parts = name.split(/\s+/);
  return parts.length <= 6 && parts.every((part) => namePart.test(part));
}

const keywordsLabel = /^(?:keywords|key words|index terms)\s*[:：—–-]\s*/i;

/** The keywords of a line `Keywords: a, b; c`. `undefined` for every other line. */
export function keywordsOf(line: string): readonly string[] | undefined {
  const label = keywordsLabel.exec(line);
  if (label === null || line.length > maxLineLength) return undefined;
  const keywords = line.slice(label[0].length).split(/[,;，；、·]/);
  return keywords.map((keyword) => keyword.trim().replace(/\.$/, '')).filter((keyword) => keyword !== '');
}
