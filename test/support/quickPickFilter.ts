import { matchesCamelCase } from './camelCaseMatch.ts';

/** What a row of a quick pick shows, and the filter of VS Code looks at. */
export interface QuickPickText {
  readonly label: string;
  readonly description: string;
  /** The second line; empty when the pick has none. */
  readonly detail: string;
}

const maxPatterns = 10_000;
/** ASCII, but no star. */
const plainQuery = /^[ -)+-~]*$/;
const icon = /\$\([A-Za-z0-9~-]+\)/g;

/**
 * How VS Code itself filters and orders the items that an extension gives to a quick pick with `matchOnDescription` and
 * `matchOnDetail`: written anew from what `quickInputTree.ts`/`quickInputList.ts`, `filters.ts`, `iconLabels.ts` and
 * `comparers.ts` do in VS Code 1.139. Its drawing, and the tree that it makes of the items at each keystroke, are left out:
 * in VS Code a keystroke takes longer.
 */
export class QuickPickFilter {
  readonly #rows: readonly QuickPickText[];
  readonly #patterns = new Map<string, RegExp>();
  readonly #collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  /** By label: VS Code, too, works these out only once. */
  readonly #sortLabels = new Map<string, string>();
  /** By text: without icons, and that in lower case. */
  readonly #remembered: Map<string, readonly [string, string]> | undefined;

  /** With `remember`, it answers the same sooner: it works out only once what VS Code works out at each keystroke. */
  constructor(rows: readonly QuickPickText[], { remember = false }: { readonly remember?: boolean } = {}) {
    this.#rows = rows;
    this.#remembered = remember ? new Map<string, readonly [string, string]>() : undefined;
  }

  /** The numbers of the rows that stay, in the order in which they are shown. */
  filter(typed: string): readonly number[] {
    const query = typed.trim();
    if (query === '') return this.#rows.map((_, at) => at);
    const byLabel: number[] = [];
    const others: number[] = [];
    for (const [at, { label, description, detail }] of this.#rows.entries()) {
      const inLabel = this.#matches(query, label);
      // All three are looked at, because all three are highlighted.
      const inDescription = this.#matches(query, description);
      const inDetail = this.#matches(query, detail);
      if (inLabel) byLabel.push(at);
      else if (inDescription || inDetail) others.push(at);
    }
    const wanted = typed.toLowerCase();
    byLabel.sort((a, b) => this.#compare(this.#sortLabel(a), this.#sortLabel(b), wanted));
    return [...byLabel, ...others];
  }

  #sortLabel(at: number): string {
    const label = this.#rows[at]?.label ?? '';
    const known = this.#sortLabels.get(label);
    if (known !== undefined) return known;
    const sortLabel = withoutIcons(label).text.trim();
    this.#sortLabels.set(label, sortLabel);
    return sortLabel;
  }

  #matches(query: string, text: string): boolean {
    if (this.#remembered !== undefined) return this.#matchesSooner(query, text, this.#remembered);
    const target = targetOf(text);
    if (this.#pattern(query).test(target)) return true;
    if (target.slice(0, query.length).toLowerCase() === query.toLowerCase()) return true;
    if (matchesCamelCase(query, target)) return true;
    return query.length <= target.length && target.toLowerCase().includes(query.toLowerCase());
  }

  #matchesSooner(query: string, text: string, remembered: Map<string, readonly [string, string]>): boolean {
    const known = remembered.get(text);
    const target = known?.[0] ?? targetOf(text);
    const lower = known?.[1] ?? target.toLowerCase();
    if (known === undefined) remembered.set(text, [target, lower]);
    if (query.length <= target.length && lower.includes(query.toLowerCase())) return true;
    // Of ASCII without stars, the pattern finds nothing that is not found above; nor does a prefix ever.
    if (!plainQuery.test(query) && this.#pattern(query).test(target)) return true;
    return matchesCamelCase(query, target);
  }

  /** The query as it stands, but `*` for anything. */
  #pattern(query: string): RegExp {
    const known = this.#patterns.get(query);
    if (known !== undefined) return known;
    const escaped = query.replace(/[-\\{}+?|^$.,[\]()#\s]/g, String.raw`\$&`).replaceAll('*', '.*');
    const pattern = new RegExp(escaped, 'i');
    if (this.#patterns.size >= maxPatterns) this.#patterns.clear();
    this.#patterns.set(query, pattern);
    return pattern;
  }

  /** Labels that begin with the query, the shorter ones first; then those that end with it; then by name. */
  #compare(first: string, second: string, wanted: string): number {
    const a = first.toLowerCase();
    const b = second.toLowerCase();
    const begins = a.startsWith(wanted);
    if (begins !== b.startsWith(wanted)) return begins ? -1 : 1;
    if (begins && a.length !== b.length) return a.length - b.length;
    const ends = a.endsWith(wanted);
    if (ends !== b.endsWith(wanted)) return ends ? -1 : 1;
    const byName = this.#collator.compare(a, b);
    return byName === 0 && a !== b ? (a < b ? -1 : 1) : byName;
  }
}

function targetOf(text: string): string {
  const bare = withoutIcons(text);
  return bare.offsets.length === 0 ? bare.text : bare.text.replace(/^ +/, '');
}

/**
 * The text that is matched, and for each of its characters how much of icons stood before it. VS Code works the places
 * out at each keystroke for each text: leaving that out would make its filter look faster than it is.
 */
function withoutIcons(input: string): { readonly text: string; readonly offsets: readonly number[] } {
  let text = '';
  let before = 0;
  const offsets: number[] = [];
  icon.lastIndex = 0;
  for (;;) {
    const from = icon.lastIndex;
    const match = icon.exec(input);
    const part = input.slice(from, match?.index);
    text += part;
    for (let at = 0; at < part.length; at += 1) offsets.push(before);
    if (match === null) return { text, offsets };
    before += match[0].length;
  }
}
