/** A theme as the map shows it. */
export interface MapTheme {
  readonly id: string;
  readonly label: string;
  /** Papers that are drawn in it: a paper in several themes is drawn in its strongest. */
  readonly count: number;
  /** The papers that are near no theme: drawn in grey, without a label. */
  readonly isRest: boolean;
}

/** A smaller theme within one. */
export interface MapPart {
  readonly id: string;
  readonly label: string;
  /** Position of the theme that it is a part of. */
  readonly theme: number;
}

/** A picture of the library: a dot for each paper. */
export interface ThemeMap {
  /** Citation keys of the dots. */
  readonly keys: readonly string[];
  /**
   * x and y of each dot by turns, y downwards. Dots of one making stand at least about 1 apart; those that came later may
   * stand nearer.
   */
  readonly places: Float32Array;
  /** The position in `themes` of each dot's theme. */
  readonly themeOf: Uint32Array;
  readonly themes: readonly MapTheme[];
  readonly parts: readonly MapPart[];
  /** The position in `parts` of each dot's part; the number of parts where it is in none. */
  readonly partOf: Uint32Array;
}
