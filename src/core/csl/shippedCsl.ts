/** The styles that are shipped, by the names that the CSL project gives their files, with what people call them. */
export const shippedStyles = {
  apa: 'American Psychological Association, 7th edition',
  'american-medical-association': 'American Medical Association, 11th edition',
  'association-for-computing-machinery': 'Association for Computing Machinery',
  'chicago-author-date': 'Chicago Manual of Style, 17th edition (author-date)',
  'chicago-note-bibliography': 'Chicago Manual of Style, 17th edition (notes)',
  'elsevier-harvard': 'Elsevier Harvard (with titles)',
  'harvard-cite-them-right': 'Cite Them Right, 12th edition (Harvard)',
  ieee: 'IEEE',
  'modern-language-association': 'Modern Language Association, 9th edition',
  nature: 'Nature',
  'springer-lecture-notes-in-computer-science': 'Springer Lecture Notes in Computer Science',
  vancouver: 'Vancouver',
} as const;

/** A style that is shipped. */
export type ShippedStyle = keyof typeof shippedStyles;

/** What is taken where nothing else is said, or what is said cannot be read. */
export const defaultStyle: ShippedStyle = 'apa';

/** The languages whose terms, dates and quotation marks are shipped, those that stand for their language first. */
export const shippedLocales = [
  'en-US',
  'en-GB',
  'de-DE',
  'es-ES',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'nl-NL',
  'pt-BR',
  'ru-RU',
  'zh-CN',
] as const;

/** A locale that is shipped. */
export type ShippedLocale = (typeof shippedLocales)[number];

/** citeproc takes terms from here that a language has none for. */
export const defaultLocale: ShippedLocale = 'en-US';

/** The shipped locale of a language tag (`de`, `de-AT`, `pt_BR`), or one of the same language; `undefined` when there is none. */
export function localeOf(language: string): ShippedLocale | undefined {
  const [primary = '', region = ''] = language.trim().toLowerCase().split(/[-_]/);
  const same = shippedLocales.filter((locale) => locale.startsWith(`${primary}-`));
  return same.find((locale) => locale.toLowerCase() === `${primary}-${region}`) ?? same[0];
}

/** Whether a name is that of a style that is shipped. */
export function isShippedStyle(name: string): name is ShippedStyle {
  return Object.hasOwn(shippedStyles, name);
}

/** Where a shipped style is, below the folder of the extension. */
export function styleFile(style: ShippedStyle): string {
  return `media/csl/styles/${style}.csl`;
}

/** Where a shipped locale is, below the folder of the extension. */
export function localeFile(locale: ShippedLocale): string {
  return `media/csl/locales/locales-${locale}.xml`;
}
