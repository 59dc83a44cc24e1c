import type { PaperFields } from '../../paper.ts';
import type { CslRole, CslVariable } from '../../workDetails.ts';
import { cslDateVariables } from '../cslItem.ts';
import { rolesOf } from '../cslJson.ts';
import { arxivIdOf } from '../entryIndex.ts';
import { cleanLine, cleanParagraphs, escapeTex, texRuns } from '../texText.ts';
import { titleTex } from '../titleTex.ts';
import { venueOf } from '../venue.ts';
import { datesTex } from './bibtexDates.ts';
import { namesTex } from './bibtexNames.ts';
import { variableFields, type BibtexDialect, type BibtexField, type EntryKind } from './bibtexTypes.ts';

const roleFields: ReadonlyMap<CslRole, string> = new Map([
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
]);

/** All fields of an entry but the abstract, in the order in which they are written. */
export function bibtexFields(paper: PaperFields, kind: EntryKind, dialect: BibtexDialect): readonly BibtexField[] {
  const fields: BibtexField[] = [
    ['title', braced(titleTex(paper.title))],
    ...rolesOf(paper).map(([role, names]): BibtexField => [
      roleFields.get(role) ?? `csl-${role}`,
      braced(namesTex(names)),
    ]),
    [kind.venue, braced(textTex(venueOf(paper).name ?? ''))],
    ...datesTex(paper, dialect),
    ...variablesOf(paper, kind, dialect),
    ...identifierFields(paper, dialect),
    ['keywords', braced(paper.keywords.map(keywordTex).filter(Boolean).join(', '))],
  ];
  return unique(fields);
}

/** The abstract in one line, its paragraphs parted by `\par`. */
export function abstractTex(abstract: string): string {
  return cleanParagraphs(abstract).split('\n\n').map(textTex).join(' \\par ');
}

/** Text that is no title: escaped, math kept. */
function textTex(text: string): string {
  return texRuns(cleanLine(text))
    .map((run) => (run.math ? run.text : escapeTex(run.text)))
    .join('');
}

/** The first of a name counts; empty ones say nothing. */
function unique(fields: readonly BibtexField[]): readonly BibtexField[] {
  const names = new Set<string>();
  return fields.filter(([name, value]) => {
    if (value === '{}' || value === '' || names.has(name)) return false;
    names.add(name);
    return true;
  });
}

/** Variables that have no field of their own stand under `csl-` and their name, which no style prints. */
function variablesOf({ details, venue }: PaperFields, kind: EntryKind, dialect: BibtexDialect): readonly BibtexField[] {
  const values = details?.variables ?? {};
  const names = new Map<CslVariable, string>(
    variableFields.map(([variable, bibtex, biblatex = bibtex]) => [variable, dialect === 'bibtex' ? bibtex : biblatex]),
  );
  names.set('publisher', kind.publisher).set('page', 'pages').set(kind.number, 'number');
  const known = new Set<string>([...names.keys(), ...cslDateVariables]);
  // What BibTeX says of how something was published is both.
  if (values.medium === venue) known.add('medium');
  const others = Object.entries(values).filter(([name]) => !known.has(name));
  return [
    ...[...names].map(([variable, field]): BibtexField => [field, braced(valueTex(variable, values[variable] ?? ''))]),
    ...others.map(([name, value]): BibtexField => [`csl-${name}`, braced(textTex(value))]),
  ];
}

function valueTex(variable: CslVariable, value: string): string {
  return variable === 'page' ? textTex(value).replace(/ ?(?:-|–)(?:\{\})? ?/g, '--') : textTex(value);
}

function identifierFields(paper: PaperFields, dialect: BibtexDialect): readonly BibtexField[] {
  const arxiv = arxivIdOf(paper.arxiv ?? '');
  const url = verbatim(paper.url ?? '');
  const address: BibtexField = ['url', /^https?:\/\/./i.test(url) ? braced(url) : ''];
  const doi: BibtexField = ['doi', braced(verbatim(paper.doi ?? ''))];
  if (arxiv === undefined) return [doi, address];
  // Only the old ids say what field they are of.
  const [archive = '', number] = arxiv.split('/');
  const [scheme, field] = dialect === 'bibtex' ? ['archiveprefix', 'primaryclass'] : ['eprinttype', 'eprintclass'];
  return [
    doi,
    ['eprint', braced(arxiv)],
    [scheme, '{arXiv}'],
    [field, number === undefined ? '' : braced(archive)],
    address,
  ];
}

/** A comma would part it. */
function keywordTex(keyword: string): string {
  const tex = textTex(keyword);
  return /[,;]/.test(tex) ? braced(tex) : tex;
}

function braced(value: string): string {
  return `{${value}}`;
}

/** Fields that TeX reads letter by letter (`doi`, `url`): nothing is escaped, what could end the value is encoded. */
function verbatim(text: string): string {
  return cleanLine(text).replace(
    /[{}\\"\s^`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
