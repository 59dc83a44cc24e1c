import type { PaperFields } from '../paper.ts';

/** What became of a paper after it was published, as far as a paper file says so. */
export type Retraction = 'retracted' | 'withdrawn';

/** Publishers, PubMed and Zotero put it before the title. "Retraction: …" is a notice of its own, which one may well cite. */
const beforeTitle =
  /^[\s[({"'«“]{0,5}(?:(retracted)|(withdrawn))(?:\s+(?:article|paper|publication|chapter))?\s*(?:[:\])}–—]|-\s)/i;
/** At its end: `… [Retracted]`, `… (withdrawn)`. */
const behindTitle = /[[(]\s*(?:(retracted)|(withdrawn))(?:\s+(?:article|paper|publication))?\s*[\])]\s*\.?\s*$/i;
const wholeTitle = /^\W*(?:(retracted)|(withdrawn))\W*$/i;
/** Of the paper itself, as arXiv's comments and abstracts have it. */
const said =
  /^\W*(?:this|the)\s+(?:article|paper|work|submission|manuscript|preprint|publication|version)\s+(?:has\s+been|was|is)\s+(?:(retracted)|(withdrawn))\b/i;
const shortly =
  /^\W*(?:(retracted)|(withdrawn))(?=\s*(?:$|[.:;,()[\]–—-]|\d|(?:by|on|in|due|because|from|publication|article|paper)\b))/i;

const noteFields = new Set([
  'comment',
  'comments',
  'annote',
  'addendum',
  'pt',
  'pubstate',
  'status',
  'publication-type',
]);
const yes = /^(?:1|true|yes)$/i;
/** Notes begin with what they are about. */
const looked = 300;

/**
 * Whether paper files say that a paper was retracted or withdrawn: before or behind its title, in a note, a comment or an
 * abstract of arXiv, a field for its state. Nobody else is asked, so `undefined` only says that it is not known. Total.
 */
export function retractionOf({
  title,
  abstract,
  details,
}: Pick<PaperFields, 'title' | 'abstract' | 'details'>): Retraction | undefined {
  const head = title.slice(0, looked);
  const plain =
    kindOf(beforeTitle, head) ??
    kindOf(behindTitle, title.slice(-looked)) ??
    kindOf(wholeTitle, head) ??
    kindOf(said, abstract.slice(0, looked));
  if (plain !== undefined || details === undefined) return plain;
  const { variables = {}, other = [] } = details;
  const notes = [variables.status, variables.note, variables.annote];
  for (const [name, value] of other) {
    const field = name.toLowerCase();
    if (field === 'retracted' && yes.test(value)) return 'retracted';
    if (noteFields.has(field)) notes.push(value);
  }
  return firstKind(notes);
}

function firstKind(notes: readonly (string | undefined)[]): Retraction | undefined {
  for (const note of notes) {
    const head = note?.slice(0, looked) ?? '';
    const kind = kindOf(said, head) ?? kindOf(shortly, head);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindOf(pattern: RegExp, text: string): Retraction | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  return found[1] === undefined ? 'withdrawn' : 'retracted';
}
