/** How a LaTeX command cites. */
export interface CiteCommand {
  readonly kind: 'bracketed' | 'inText';
  /** Only the year or the like stands in the text. */
  readonly suppressAuthor: boolean;
  readonly listOnly: boolean;
  /** `\cites` and its kin: any number of keys with notes of their own, and notes in parentheses for all. */
  readonly multiple: boolean;
  /** `\volcite`: the volume stands before the keys, in braces of its own. */
  readonly volume: boolean;
}

/** They have "cite" in their names, and cite nothing: settings, conditions, hooks, definitions, names. */
const notCiting =
  /^(?:if|At|Declare|new|renew|provide|set|def|the|bib|url|make|use|blx|Set|New|Use|Print|print)|(?:style|setup|reset|color|numfont|dash|mark|text|trackertrue|trackerfalse|command|format|punct|delim|lim|counter|count|alias|names?font|mid|left|right|sort|block)$/;
/** They cite, and have no "cite" in their names, or end as those above. */
const citing = /^(?:bibentry|(?:text|block|foreign|hyphen)cquote|footcitetexts?|autocitetext)$/;
const inText =
  /^(?:textcites?|citet|citealt|citeauthor|citefullauthor|citeasnoun|citeonline|citeA|citeNP|shortciteA|shortciteNP|fullciteA|possessivecite|tvolcites?|bibentry|fullcite|citetitle|citename|textcquote)$/i;
const withoutAuthor = /year|date/i;
/** biblatex leaves the author out where these have a star; natbib's stars name all authors. */
const starWithoutAuthor = /^(?:cite|parencite|autocite|smartcite|footcite|supercite)$/i;

/**
 * What a command of this name (without `\` and star) cites, by the families of natbib, biblatex, apacite, harvard and
 * their kin; a command that a document defines counts when it has "cite" in its name. `undefined`: it cites nothing.
 */
export function citeCommandOf(name: string, isStarred: boolean): CiteCommand | undefined {
  if (!/cite|cquote|bibentry/i.test(name)) return undefined;
  if (!citing.test(name) && (!/[cC]ite/.test(name) || notCiting.test(name))) return undefined;
  return {
    kind: inText.test(name) ? 'inText' : 'bracketed',
    suppressAuthor: withoutAuthor.test(name) || (isStarred && starWithoutAuthor.test(name)),
    listOnly: name === 'nocite',
    multiple: /cites$|citetexts$/.test(name) && name !== 'shortcites',
    volume: /volcites?$/i.test(name),
  };
}
