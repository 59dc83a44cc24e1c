import type { CslItem, CslName } from '../../core/bibliography/cslItem.ts';
import type { CslNode } from '../../core/csl/cslNode.ts';

/** What of a style decides how citeproc has to be given works. */
export interface ItemRules {
  /** `Jean-Luc` becomes `JL`. */
  readonly initialsWithoutHyphen: boolean;
  /** Number variables that the style prints as texts, by `cs:text`. */
  readonly printedAsTexts: ReadonlySet<string>;
}

/** Variables in which a hyphen stands between two numbers. Only pages and locators have a sign for ranges in CSL. */
const counts = ['issue', 'number', 'volume'] as const;

/** Reads them from the tree of a style, before citeproc changes it. */
export function itemRulesOf(style: CslNode): ItemRules {
  const calls = new Set<string>();
  collect(style, calls);
  return {
    initialsWithoutHyphen: style.attrs['initialize-with-hyphen'] === 'false',
    printedAsTexts: new Set(counts.filter((name) => calls.has(`text ${name}`) && !calls.has(`number ${name}`))),
  };
}

/**
 * A copy of a work for citeproc, which changes it. Bodies are given as people who have a family name alone: citeproc has
 * rules of its own for bodies, which join them with other names in a way that the style does not say (`A. Stone, & Agency`),
 * while for CSL a body is a name like others. What follows a hyphen in a given name is no
 * initial in small letters: without hyphens citeproc would print it in full (`M jun`). And a double issue (`1-2`) that the
 * style prints as a text keeps its hyphen.
 */
export function citeprocItem(work: CslItem, rules: ItemRules): object {
  return Object.fromEntries(
    Object.entries(work).map(([variable, value]) => [
      variable,
      isNames(value) ? value.map((name) => citeprocName(name, rules)) : citeprocValue(variable, value, rules),
    ]),
  );
}

function citeprocValue(variable: string, value: CslItem[keyof CslItem], { printedAsTexts }: ItemRules): unknown {
  const isRange = typeof value === 'string' && printedAsTexts.has(variable) && /^\d+(?:-\d+)+$/.test(value);
  // citeproc writes a dash for a hyphen that is not escaped.
  return isRange ? value.replaceAll('-', '\\-') : structuredClone(value);
}

function citeprocName(name: CslName, { initialsWithoutHyphen }: ItemRules): object {
  // citeproc would look for particles in the name of a body.
  if ('literal' in name) return { family: name.literal, 'parse-names': false };
  if (name.given === undefined || !initialsWithoutHyphen) return { ...name };
  return { ...name, given: name.given.replace(/-(?=\p{Ll})/gu, '') };
}

function isNames(value: CslItem[keyof CslItem]): value is readonly CslName[] {
  return Array.isArray(value);
}

/** The names of all elements, and with them the variables that they call. */
function collect(node: CslNode, calls: Set<string>): void {
  calls.add(node.name).add(`${node.name} ${node.attrs['variable'] ?? ''}`);
  for (const child of node.children) if (typeof child !== 'string') collect(child, calls);
}
