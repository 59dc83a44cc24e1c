/** How a stretch of a paper's text is to look. */
export type TextStyle = 'em' | 'strong' | 'code' | 'sup' | 'sub';

/** Commands whose argument is drawn in a style. */
export const styledArguments: ReadonlyMap<string, TextStyle> = new Map([
  ...all('em', 'emph textit textsl mkbibemph mkbibitalic'),
  ...all('strong', 'textbf mkbibbold'),
  ...all('code', 'texttt mathtt code lstinline'),
  ...all('sup', 'textsuperscript mkbibsuperscript'),
  ...all('sub', 'textsubscript mkbibsubscript'),
]);

/** Declarations that change the rest of their group: `{\em x}`. */
export const styledGroups: ReadonlyMap<string, TextStyle> = new Map([
  ...all('em', 'em it sl itshape slshape'),
  ...all('strong', 'bf bfseries'),
  ...all('code', 'tt ttfamily'),
]);

/** `\cite{a,b}` is `[a,b]`: a reader sees that something is cited here. */
export const citeCommand = /^(?:[a-zA-Z]{0,5}cite[a-z]{0,10}|cite[A-Za-z]{0,10})$/;

/** Characters that TeX writes with a backslash. */
export const escapedSigns: ReadonlySet<string> = new Set('%&#_{}$');

/** Spaces that TeX writes as signs. */
export const spaceSigns: ReadonlySet<string> = new Set(', ;:>');

const wordSign = /[\p{L}\p{N}]/u;

/** What `--` and `---` are where they stand; an option such as `--help` stays as it is. */
export function dashOf(run: string, before: string, next: string): string {
  const isOption = run.length === 2 && !/\S/.test(before) && wordSign.test(next);
  if (isOption) return run;
  return run.length === 2 ? '\u2013' : run.length === 3 ? '\u2014' : run;
}

/**
 * What a `~` is: the space of `Theorem~3`, unless it means "about" (`~10 %`), a span of numbers (`5~10`) or a folder
 * (`/~name`).
 */
export function tildeOf(before: string, next: string): string {
  const joins = /[\p{L}\p{N}.,;:)\]}$'’”]/u.test(before) && /[\p{L}\p{N}\\$([{]/u.test(next);
  return joins && !(/\p{N}/u.test(before) && /\p{N}/u.test(next)) ? '\u00A0' : '~';
}

function all(style: TextStyle, names: string): readonly (readonly [string, TextStyle])[] {
  return names.split(' ').map((name) => [name, style] as const);
}
