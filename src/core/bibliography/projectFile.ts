import { noCitationMetadata, readCitationMetadata, type CitationMetadata } from './citationMetadata.ts';
import { readFrontMatter } from './frontMatter.ts';
import { blockBelow, pickFields } from './pickFields.ts';

/** What the file of a project says for the documents in its folder and below. */
export interface ProjectMetadata {
  readonly metadata: CitationMetadata;
  /**
   * When bibliographies of it are read beside those that a document names itself: Quarto joins where either is a list, MyST
   * reads all of them; elsewhere the document's count alone.
   */
  readonly joins: 'never' | 'lists' | 'always';
  /** Above this folder nothing is looked for: here is the project's root. */
  readonly isRoot: boolean;
  /** Why nothing of it counts: what stands behind the name of the file in a sentence. */
  readonly problem: string | undefined;
}

/** Names of the files, those of one folder in the order in which they count. */
export const projectFileNames = [
  '_metadata.yml',
  '_metadata.yaml',
  '_quarto.yml',
  '_quarto.yaml',
  'index.Rmd',
  'myst.yml',
] as const;

/** A file of a project. */
export type ProjectFileName = (typeof projectFileNames)[number];

/** Says that a folder is that of a bookdown book; what counts stands in the front matter of its `index.Rmd`. */
export const bookdownFile = '_bookdown.yml';

const bookdownSite = /^site:[ \t]*["']?bookdown::/m;
const nothing = { ...noCitationMetadata };

/**
 * Reads the file of a project: Quarto's (https://quarto.org/docs/projects/quarto-projects.html), the first chapter of a
 * bookdown book (https://bookdown.org/yihui/bookdown/citations.html), or that of MyST, where a bibliography belongs to
 * `project` (https://mystmd.org/guide/frontmatter). `undefined` of an `index.Rmd` that begins no book. Total; linear.
 */
export function readProjectFile(
  name: ProjectFileName,
  text: string,
  { isBook }: { readonly isBook: boolean } = { isBook: false },
): ProjectMetadata | undefined {
  const yaml = text.startsWith('\uFEFF') ? text.slice(1) : text;
  switch (name) {
    case 'index.Rmd':
      return isBook || bookdownSite.test(text.slice(0, 10_000)) ? ofBook(text) : undefined;
    case 'myst.yml':
      return ofMyst(yaml);
    default:
      return ofYaml(yaml, { joins: 'lists', isRoot: name.startsWith('_quarto') });
  }
}

type Kind = Pick<ProjectMetadata, 'joins' | 'isRoot'>;

function ofYaml(yaml: string, kind: Kind): ProjectMetadata {
  const metadata = readCitationMetadata(yaml);
  if (!('code' in metadata)) return { ...kind, metadata, problem: undefined };
  const isTooLarge = metadata.code === 'too-large';
  const isEmpty = metadata.code === 'not-a-mapping';
  const reason = isTooLarge ? 'is too large to be read' : `is not valid YAML: ${metadata.reason}`;
  return { ...kind, metadata: nothing, problem: isEmpty ? 'holds no "name: value" lines' : reason };
}

function ofBook(text: string): ProjectMetadata {
  const { problem, range: _range, hasReferences: _references, ...metadata } = readFrontMatter(text);
  const reason = problem && `cannot be read: ${problem.message}`;
  return { metadata, joins: 'never', isRoot: true, problem: reason };
}

/** MyST knows no styles and languages of Pandoc's kind. */
function ofMyst(yaml: string): ProjectMetadata {
  const kind = { joins: 'always', isRoot: true } as const;
  const block = blockBelow(pickFields(yaml, ['project']));
  const ofProject = block.trim() === '' ? undefined : ofYaml(block, kind);
  const found = ofProject?.problem === undefined && ofProject?.metadata.bibliography.length ? ofProject : undefined;
  const { metadata, problem } = found ?? ofYaml(yaml, kind);
  const { bibliography, isList } = metadata;
  return { ...kind, metadata: { ...nothing, bibliography, isList }, problem: problem ?? ofProject?.problem };
}
