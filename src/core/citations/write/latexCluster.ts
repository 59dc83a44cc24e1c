import { longestKey, type ClusterForm, type WrittenItem } from '../citationWriter.ts';
import { scanLatex } from '../latex/scanLatex.ts';
import { hasPlural, hasStar, type LatexFamily } from './latexFamily.ts';
import { itemsWithCommas, withCommas, withoutComma } from './notes.ts';
import { readsBack } from './readsBack.ts';

/** TeX gives a meaning to each of them, or they end the key. */
const notInKey = /[\s\\{}%#,~^*\p{Cc}\p{Cs}]/u;
const reading = { scan: scanLatex, items: itemsWithCommas };

/** Whether TeX and BibTeX take this key as it is. */
export function isLatexKey(key: string): boolean {
  return key !== '' && key.length <= longestKey && !notInKey.test(key);
}

/** A command of a family of them, without its `\`. */
export interface LatexCommand {
  readonly name: string;
  readonly kind: LatexFamily['kind'];
}

/** Citations by this command, or by the kin of it that leaves the author out or takes notes for each work. */
export function latexCluster(
  items: readonly WrittenItem[],
  form: ClusterForm,
  command: LatexCommand,
): string | undefined {
  const asked = withCommas(items);
  if (asked.length === 0 || !asked.every(({ key }) => isLatexKey(key))) return undefined;
  const name = withoutAuthor(asked, form, command);
  const result = name === undefined ? undefined : withNotes(asked, { ...command, name });
  return result !== undefined && readsBack(result, asked, form, reading) ? result : undefined;
}

/** The name of the command, with a star if need be. */
function withoutAuthor(
  items: readonly WrittenItem[],
  form: ClusterForm,
  { name, kind }: LatexCommand,
): string | undefined {
  const suppressed = items.filter(({ suppressAuthor }) => suppressAuthor).length;
  if (suppressed === 0) return name;
  if (suppressed < items.length || form === 'inText') return undefined;
  if (kind === 'natbib') return 'citeyearpar';
  return kind === 'biblatex' && hasStar(name) ? `${name}*` : undefined;
}

function withNotes(items: readonly WrittenItem[], { name, kind }: LatexCommand): string | undefined {
  const last = items.length - 1;
  const isSimple = items.every(
    ({ prefix, suffix }, index) => (prefix === '' || index === 0) && (suffix === '' || index === last),
  );
  if (isSimple) {
    const keys = items.map(({ key }) => key).join(',');
    return `\\${name}${notesFor(items[0]?.prefix ?? '', items[last]?.suffix ?? '')}{${keys}}`;
  }
  return kind === 'biblatex' && hasPlural(name) ? `\\${name}s${groupsOf(items)}` : undefined;
}

/** `[see][p. 3]{a}{b}`, as the commands for several works have them. */
export function groupsOf(items: readonly WrittenItem[]): string {
  return items.map(({ key, prefix, suffix }) => `${notesFor(prefix, suffix)}{${key}}`).join('');
}

function notesFor(prefix: string, suffix: string): string {
  const after = withoutComma(suffix);
  if (prefix !== '') return `[${prefix}][${after}]`;
  return after === '' ? '' : `[${after}]`;
}
