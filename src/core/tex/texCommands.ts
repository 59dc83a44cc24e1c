/** What happens to the arguments of a command. */
export interface TexArguments {
  /** So many arguments in braces are dropped first: the address of `\href{address}{text}`. */
  readonly skip?: number;
  /** Written before and behind the next argument. */
  readonly open?: string;
  readonly close?: string;
  /** The next argument is read letter by letter: addresses. */
  readonly verbatim?: true;
  /** The argument behind the kept one is dropped: `\texorpdfstring{kept}{dropped}`. */
  readonly skipNext?: true;
  /** Digits and signs become these characters, when all of the argument can. */
  readonly script?: ReadonlyMap<string, string>;
}

/** Written as raised or lowered Unicode: digits and signs only, so that `5\textsuperscript{th}` stays a word to search for. */
function script(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(from.split('').map((character, i) => [character, to.charAt(i)]));
}

const raised = script('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾');
const lowered = script('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function each(names: string, rule: TexArguments): readonly (readonly [string, TexArguments])[] {
  return names.split(' ').map((name) => [name, rule] as const);
}

/** Commands whose arguments are more than text. */
export const texArguments: ReadonlyMap<string, TexArguments> = new Map([
  ...each('url path nolinkurl doi texttturl detokenize', { verbatim: true }),
  ...each('href hyperref textcolor colorbox foreignlanguage textlang scalebox raisebox hyperlink hypertarget', {
    skip: 1,
  }),
  ...each('resizebox fcolorbox parbox', { skip: 2 }),
  ...each('noopsort NOOPSORT noop NOOP nosort sortnoop SortNoop Sortnoop label color selectlanguage vspace hspace', {
    skip: 1,
  }),
  ...each('phantom hphantom vphantom pagestyle thispagestyle usepackage includegraphics fontfamily index vskip', {
    skip: 1,
  }),
  ...each('fontsize rule setcounter addtocounter', { skip: 2 }),
  // Words of a title are not thrown away, but they are not part of its sentence.
  ...each('footnote thanks footnotetext', { open: ' (', close: ')' }),
  ...each('enquote mkbibquote textquote qq', { open: '“', close: '”' }),
  ...each('mkbibparens', { open: '(', close: ')' }),
  ...each('mkbibbrackets', { open: '[', close: ']' }),
  ...each('frac tfrac dfrac nicefrac sfrac xfrac textfrac', { close: '/' }),
  ...each('texorpdfstring', { skipNext: true }),
  ...each('textsuperscript sp super mkbibsuperscript', { script: raised }),
  ...each('textsubscript sub mkbibsubscript', { script: lowered }),
]);

/** Commands that leave no trace: they only change how the text looks, or where it may break. */
export const silentCommands: ReadonlySet<string> = new Set(
  (
    'emph textit textbf textrm textsf texttt textsc textsl textup textmd textnormal textlf textln text mbox hbox vbox fbox ' +
    'mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal mathop operatorname boldsymbol bm pmb ' +
    'ensuremath underline uline ul sout uppercase lowercase MakeUppercase MakeLowercase MakeTextUppercase NoCaseChange ' +
    'ucfirst capitalize lowercasesc mkbibemph mkbibitalic mkbibbold autocap makefirstuc ' +
    'bf it rm sf tt sc sl em bfseries itshape rmfamily sffamily ttfamily scshape slshape upshape mdseries normalfont ' +
    'tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge boldmath unboldmath displaystyle ' +
    'textstyle scriptstyle cal Bbb selectfont relax protect noindent indent centering raggedright allowbreak ' +
    'nolinebreak nopagebreak newpage clearpage sloppy strut null xspace limits nolimits left right big Big bigl bigr ' +
    'Bigl Bigr nohyphens hyphenation unskip ignorespaces leavevmode expandafter string noexpand makeatletter ' +
    'makeatother bgroup egroup begingroup endgroup kern hskip penalty discretionary smash'
  ).split(' '),
);

/** Commands that separate words. */
export const spaceCommands: ReadonlySet<string> = new Set(
  (
    'quad qquad space enspace enskip thinspace medspace thickspace nobreakspace textspace addspace addthinspace newline ' +
    'linebreak break hfill hfil hss vfill bigskip medskip smallskip hline cr tab and'
  ).split(' '),
);
