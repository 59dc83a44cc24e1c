import type { PaperFields } from '../../paper.ts';
import type { Eol } from '../../text/lineEnds.ts';
import { abstractTex, bibtexFields } from './bibtexFields.ts';
import { entryKind, type BibtexDialect } from './bibtexTypes.ts';

/** How an entry is written. */
export interface BibtexOptions {
  /** `bibtex`, which BibLaTeX reads too, when undefined. */
  readonly dialect?: BibtexDialect | undefined;
  /** With the abstract. Off by default: a bibliography is read by people too. */
  readonly abstract?: boolean | undefined;
  readonly eol?: Eol | undefined;
}

/** What BibTeX, Biber and pandoc all take in a key. */
const safeKey = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/+*?!&;-]*$/u;
/** Whether a key can be written into a .bib file as it is. */
function isBibtexKey(key: string): boolean {
  return safeKey.test(key) && key.length <= 300;
}

/** `key`, with everything that a .bib file cannot hold replaced by `-`; `paper` when nothing is left. */
export function toBibtexKey(key: string): string {
  if (isBibtexKey(key)) return key;
  const safe = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.:/+*?!&;-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '')
    .slice(0, 200);
  return isBibtexKey(safe) ? safe : 'paper';
}

/**
 * A BibTeX or BibLaTeX entry with all that is known of a paper but its groups and the fields that neither has a name for,
 * without a line end behind it. Texts keep their `$math$`, everything else in them is escaped, so no title can add a field
 * or run a command. A key that no .bib file can hold is changed by `toBibtexKey`.
 */
export function formatBibtexEntry(paper: PaperFields, key: string, options: BibtexOptions = {}): string {
  const { eol = '\n', dialect = 'bibtex', abstract = false } = options;
  const kind = entryKind(paper, dialect);
  const fields = [...bibtexFields(paper, kind, dialect)];
  const text = abstract ? abstractTex(paper.abstract) : '';
  if (text !== '') fields.push(['abstract', `{${text}}`]);
  const lines = fields.map(([name, value]) => `  ${name} = ${value},`);
  return [`@${kind.type}{${toBibtexKey(key)},`, ...lines, '}'].join(eol);
}
