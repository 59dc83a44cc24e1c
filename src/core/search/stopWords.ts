/**
 * English function words. They are left out of abstracts and out of queries that say something else: 11 % less memory
 * and a fourth of the time for long queries (evidence/performance.md, section B). Titles keep them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so of in on at by for to from with without within into onto over under between through ' +
    'about as than then that this these those there here it its they their them we our us he she his her you your ' +
    'i me my is are was were be been being am do does did has have had can could will would shall should may might ' +
    'must not no which who whom whose what when where why how if while also such both each more most other some any ' +
    'all only very s t via per'
  ).split(' '),
);
