import type { CslRole, CslVariable } from '../../workDetails.ts';

const types: ReadonlyMap<string, string> = new Map([
  ['article-journal', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['periodical', 'JFULL'],
  ['paper-conference', 'CPAPER'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['thesis', 'THES'],
  ['report', 'RPRT'],
  ['dataset', 'DATA'],
  ['software', 'COMP'],
  ['webpage', 'ELEC'],
  ['post', 'ELEC'],
  ['post-weblog', 'BLOG'],
  ['patent', 'PAT'],
  ['standard', 'STAND'],
  ['manuscript', 'UNPB'],
  ['article', 'PREP'],
  ['entry', 'ENCYC'],
  ['entry-encyclopedia', 'ENCYC'],
  ['entry-dictionary', 'DICT'],
]);

/** RIS's type of a CSL type; `GEN` where it has none. */
export function risTypeOf(cslType: string): string {
  return types.get(cslType) ?? 'GEN';
}

/** Tags that hold a CSL variable as it is. */
export const risTags: ReadonlyMap<CslVariable, string> = new Map([
  ['volume', 'VL'],
  ['issue', 'IS'],
  ['publisher', 'PB'],
  ['publisher-place', 'CY'],
  ['language', 'LA'],
  ['edition', 'ET'],
  ['source', 'DB'],
  ['call-number', 'CN'],
  ['title-short', 'ST'],
  ['container-title-short', 'J2'],
  ['collection-title', 'T3'],
  ['number', 'M1'],
  ['ISBN', 'SN'],
  ['ISSN', 'SN'],
  ['number-of-volumes', 'NV'],
  ['archive_location', 'AN'],
]);

/** Tags of names, one line for each. */
export const roleTags: ReadonlyMap<CslRole, string> = new Map([
  ['author', 'AU'],
  ['editor', 'A2'],
  ['collection-editor', 'A3'],
  ['translator', 'A4'],
]);
