/** An accent of TeX. */
interface TexAccent {
  /** The combining character that follows the letter. */
  readonly mark: string;
  /** What the accent over nothing is: `\~{}`. */
  readonly alone: string;
}

/** Accents by command: `\"`, `\v`, …; `\t` (a tie over two letters) stands behind the first of them. */
export const texAccents: ReadonlyMap<string, TexAccent> = new Map(
  (
    [
      ['`', '\u0300', '`'],
      ["'", '\u0301', '´'],
      ['^', '\u0302', '^'],
      ['~', '\u0303', '~'],
      ['=', '\u0304', '¯'],
      ['.', '\u0307', '˙'],
      ['"', '\u0308', '¨'],
      ['u', '\u0306', '˘'],
      ['r', '\u030A', '˚'],
      ['H', '\u030B', '˝'],
      ['v', '\u030C', 'ˇ'],
      ['h', '\u0309', ''],
      ['U', '\u030E', ''],
      ['G', '\u030F', ''],
      ['f', '\u0311', ''],
      ['C', '\u030F', ''],
      ['d', '\u0323', ''],
      ['c', '\u0327', '¸'],
      ['k', '\u0328', '˛'],
      ['b', '\u0331', ''],
      ['t', '\u0361', ''],
      ['grave', '\u0300', ''],
      ['acute', '\u0301', ''],
      ['hat', '\u0302', ''],
      ['widehat', '\u0302', ''],
      ['tilde', '\u0303', ''],
      ['widetilde', '\u0303', ''],
      ['bar', '\u0304', ''],
      ['overline', '\u0305', ''],
      ['dot', '\u0307', ''],
      ['ddot', '\u0308', ''],
      ['breve', '\u0306', ''],
      ['check', '\u030C', ''],
      ['mathring', '\u030A', ''],
      ['vec', '\u20D7', ''],
      ['textcommabelow', '\u0326', ''],
      ['textsubdot', '\u0323', ''],
      ['textogonekcentered', '\u0328', ''],
      ['textsubbreve', '\u032E', ''],
      ['textsubring', '\u0325', ''],
      ['texttildebelow', '\u0330', ''],
      ['textroundcap', '\u0311', ''],
      ['textcircled', '\u20DD', ''],
    ] as const
  ).map(([command, mark, alone]) => [command, { mark, alone }]),
);
