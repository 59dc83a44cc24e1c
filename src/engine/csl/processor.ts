import type { Engine, System } from 'citeproc';
import { defaultLocale, localeOf, type ShippedLocale } from '../../core/csl/shippedCsl.ts';
import { locatorTermsOf, ownLocales, type LocatorTerms } from '../../core/csl/locatorTerms.ts';
import { readCsl } from '../../core/csl/readCsl.ts';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { CslNode } from '../../core/csl/cslNode.ts';
import type { CslStyle } from '../../core/csl/cslStyle.ts';
import { citeprocItem, itemRulesOf } from './citeprocItem.ts';

/** citeproc for one style in one language. */
export interface Processor {
  readonly style: CslStyle;
  readonly citeproc: Engine;
  readonly locatorTerms: LocatorTerms;
  /**
   * The works that citeproc finds from now on, in the order in which it is told of them: those that only the list has, then
   * the others as they are first cited. It keeps what it knows of works, which is most of its work, as long as others only
   * come after them.
   */
  setWorks(works: ReadonlyMap<string, CslItem>): void;
}

/** What a processor is made of. */
export interface ProcessorParts {
  readonly Citeproc: typeof Engine;
  /** Its tree is citeproc's from then on. */
  readonly style: CslStyle;
  /** `''`: that of the style. */
  readonly language: string;
  /** The text of a shipped locale, as far as it is there. */
  readonly localeText: (locale: ShippedLocale) => string | undefined;
}

/** Takes up to a second for the largest styles. Throws what citeproc throws when the style is no style. */
export function makeProcessor({ Citeproc, style, language, localeText }: ProcessorParts): Processor {
  let known: ReadonlyMap<string, CslItem> = new Map();
  const treeOf = (tag: string): CslNode | undefined => {
    const text = localeText(localeOf(tag) ?? defaultLocale) ?? localeText(defaultLocale);
    const read = text === undefined ? undefined : readCsl(text);
    return read?.ok === true ? read.value : undefined;
  };
  const rules = itemRulesOf(style.root);
  const system: System = {
    retrieveItem: (id) => citeprocItem(known.get(id) ?? { id, type: 'document' }, rules),
    retrieveLocale: (tag) => treeOf(tag) ?? false,
  };
  const tag = localeOf(language || (style.language ?? '')) ?? defaultLocale;
  const locale = treeOf(tag);
  const locatorTerms = locatorTermsOf([...ownLocales(style.root, tag), ...(locale === undefined ? [] : [locale])]);
  const citeproc = new Citeproc(system, style.root, tag, language !== '');
  let order: readonly string[] = [];
  return {
    style,
    citeproc,
    locatorTerms,
    setWorks(works) {
      known = works;
      const now = [...works.values()].map((work) => JSON.stringify(work));
      // The order of works that the style does not sort would depend on what was cited before.
      if (order.some((work, index) => work !== now[index])) forgetAll(citeproc);
      order = now;
    },
  };
}

/** Not by restoreProcessorState, after which citeproc loses spaces in ranges of dates (`2 January–4March`). */
function forgetAll(citeproc: Engine): void {
  citeproc.updateUncitedItems([]);
  citeproc.updateItems([]);
}
