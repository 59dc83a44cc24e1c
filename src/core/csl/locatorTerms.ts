import { child } from './cslStyle.ts';
import type { CslNode } from './cslNode.ts';

/** What a locator can count, by CSL's names. */
const labels: ReadonlySet<string> = new Set([
  'act',
  'appendix',
  'article-locator',
  'book',
  'canon',
  'chapter',
  'column',
  'elocation',
  'equation',
  'figure',
  'folio',
  'issue',
  'line',
  'note',
  'opus',
  'page',
  'paragraph',
  'part',
  'rule',
  'scene',
  'section',
  'sub-verbo',
  'supplement',
  'table',
  'timestamp',
  'title-locator',
  'verse',
  'volume',
]);

/** How a language writes what a locator counts (`p.`, `pages`, `Kapitel`), in lower case, with CSL's name of it. */
export type LocatorTerms = ReadonlyMap<string, string>;

/** The terms of locales' trees. Where two mean different things, the one that is named first. */
export function locatorTermsOf(locales: readonly CslNode[]): LocatorTerms {
  const terms = new Map<string, string>();
  for (const term of locales.flatMap((locale) => child(locale, 'terms')?.children ?? [])) {
    const name = typeof term === 'string' ? undefined : term.attrs['name'];
    if (typeof term === 'string' || name === undefined || !labels.has(name)) continue;
    for (const text of textsOf(term)) {
      const written = text.trim().toLowerCase();
      if (written !== '' && !terms.has(written)) terms.set(written, name);
    }
  }
  return terms;
}

/** The locales that a style brings along for a language, or for all. */
export function ownLocales(style: CslNode, language: string): readonly CslNode[] {
  const [primary = ''] = language.toLowerCase().split('-');
  return style.children.filter((node): node is CslNode => {
    if (typeof node === 'string' || node.name !== 'locale') return false;
    const own = node.attrs['xml:lang']?.toLowerCase();
    return own === undefined || own === primary || own === language.toLowerCase();
  });
}

/** A term is a text, or has one for one thing and one for several. */
function textsOf(term: CslNode): readonly string[] {
  return term.children.flatMap((form) => (typeof form === 'string' ? [form] : form.children.filter(isText)));
}

function isText(value: CslNode | string): value is string {
  return typeof value === 'string';
}
