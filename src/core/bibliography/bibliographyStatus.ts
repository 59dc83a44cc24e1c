import { said, type PlainText } from '../text/plainText.ts';

/** A bibliography file of a document, and what became of it. */
export interface StatusFile {
  /** As people know it. */
  readonly name: string;
  readonly kind: 'read' | 'missing' | 'unreadable';
  readonly works: number;
  /** Entries of it that could not be read, and such. */
  readonly problems: number;
}

/** What is known of the bibliography of a document. */
export interface BibliographyStatus {
  readonly files: readonly StatusFile[];
  /** It lists works in its own front matter. */
  readonly hasReferences: boolean;
  /** It names something on the web besides. */
  readonly hasOthers: boolean;
  /** As people know the style. */
  readonly style: string;
  /** One sentence each, with the next step. */
  readonly problems: readonly string[];
  /** Where a bibliography was looked for. */
  readonly places: readonly string[];
}

/** What the status item shows. */
export interface StatusTexts {
  readonly text: PlainText;
  readonly detail: PlainText;
  readonly isWarning: boolean;
  /** There is a file that can be opened. */
  readonly canOpen: boolean;
}

/** Longer lists of places help nobody. */
const mostPlaces = 4;

/** Puts the bibliography of a document into words for VS Code's list of language statuses. Total. */
export function statusTexts(status: BibliographyStatus): StatusTexts {
  const { files, style, problems } = status;
  const broken = files.filter(({ kind, problems: wrong }) => kind === 'read' && wrong > 0);
  const [problem = '', ...others] = [...problems, ...broken.map(brokenFile)];
  const isWarning = problem !== '';
  const hasNone = files.length === 0 && !status.hasReferences && !status.hasOthers;
  const usual = hasNone ? said`Looked for ${placesOf(status)}. Style: ${style}` : said`Style: ${style}`;
  return {
    text: textOf(status),
    detail: isWarning ? warning(problem, others.length) : usual,
    isWarning,
    canOpen: files.some(({ kind }) => kind === 'read'),
  };
}

function warning(problem: string, others: number): PlainText {
  return others === 0 ? said`${problem}` : said`${problem} (and ${others} more)`;
}

function textOf({ files, hasReferences, hasOthers }: BibliographyStatus): PlainText {
  const [first, ...others] = files;
  const works = files.reduce((sum, file) => sum + file.works, 0);
  const beside = hasReferences ? ', and its own references' : '';
  if (first === undefined && hasReferences) return said`References in the document itself`;
  if (first === undefined) return hasOthers ? said`Bibliography on the web` : said`No bibliography`;
  if (others.length > 0) return said`${files.length} bibliographies: ${counted(works, 'work')}${beside}`;
  if (first.kind === 'missing') return said`${first.name}: missing${beside}`;
  if (first.kind === 'unreadable') return said`${first.name}: cannot be read${beside}`;
  return said`${first.name}: ${counted(works, 'work')}${beside}`;
}

function brokenFile({ name, problems }: StatusFile): string {
  return `${name} has ${counted(problems, 'problem')}: see the Problems view, or open the file.`;
}

function placesOf({ places }: BibliographyStatus): string {
  const shown = places.slice(0, mostPlaces);
  return places.length > mostPlaces ? `${shown.join(', ')} …` : shown.join(', ');
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? what : `${what}s`}`;
}
