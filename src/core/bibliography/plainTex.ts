/** Letters that TeX writes as commands. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'i'],
  ['j', 'j'],
  ['textbackslash', '\\'],
  ['textasciitilde', '~'],
  ['textasciicircum', '^'],
  ['textasciigrave', '`'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbar', '|'],
  ['lbrace', '{'],
  ['rbrace', '}'],
]);

/** Combining marks of the accent commands: `\"u`, `\v{c}`. */
const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['u', '\u0306'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
]);

/** Commands that only change how their argument looks. */
const formatting =
  /^(?:text|math|emph$|enquote$|uppercase$|lowercase$|mbox$|bf$|it$|rm$|sc$|tt$|operatorname$|ensuremath$|mkbibquote$)/;

const accented = /\\(?:[`'^~=."]|[urHvdck](?![a-zA-Z]))\s*(?:\{\s*\\?[a-zA-Z]\s*\}|\\?[a-zA-Z])/g;
const command = /\\([a-zA-Z]+)\*?[ \t]*(?:\{\})?|\\([^a-zA-Z])/g;

/**
 * The text of a TeX string for comparison, not for display: accents and letters resolved, formatting commands, braces and
 * `$` dropped, the names of other commands kept (`\alpha` gives `alpha`). White space is collapsed. Linear.
 */
export function plainTex(tex: string): string {
  if (!/[\\{}$~]/.test(tex)) return tex.replace(/\s+/g, ' ').trim();
  return tex
    .replace(accented, resolveAccent)
    .replace(command, (_whole, name?: string, sign?: string) => {
      if (name === undefined) return sign ?? '';
      return letters.get(name) ?? (formatting.test(name) ? '' : `${name} `);
    })
    .replace(/[{}$]/g, '')
    .replaceAll('~', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `\"{u}`: the second character is the accent, the last letter what carries it. */
function resolveAccent(whole: string): string {
  const letter = /([a-zA-Z])[\s}]*$/.exec(whole)?.[1] ?? '';
  return `${letter}${accents.get(whole.charAt(1)) ?? ''}`.normalize('NFC');
}
