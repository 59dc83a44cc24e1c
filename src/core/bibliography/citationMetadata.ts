import { isSeq } from 'yaml';
import { scanCitations } from '../citations/pandoc/scanCitations.ts';
import { pathFromMetadata } from './bibliographyPath.ts';
import { pickFields } from './pickFields.ts';
import {
  readYamlFields,
  yamlFault,
  resolved,
  scalarsUnder,
  valueOf,
  type YamlFields,
  type YamlFieldsFault,
} from './yamlFields.ts';

/** What metadata say of citations, as Pandoc reads them: front matter, or the file of a project. */
export interface CitationMetadata {
  /** Paths and addresses as written, in their order; empty ones are left out. */
  readonly bibliography: readonly string[];
  /** Whether `bibliography` is a list: Quarto joins lists of a document and of its project. */
  readonly isList: boolean;
  /** Path, name or address of a style, as written. */
  readonly csl: string | undefined;
  /** A language tag. */
  readonly language: string | undefined;
  /** Keys of works that are listed without being cited; `*`: all of the bibliography. `undefined`: nothing is said. */
  readonly listed: readonly string[] | undefined;
  readonly linkCitations: boolean | undefined;
  readonly suppressBibliography: boolean | undefined;
  /** The heading of the reference list, in Markdown. */
  readonly title: string | undefined;
}

/** What is said where there is no metadata. */
export const noCitationMetadata: CitationMetadata = Object.freeze({
  bibliography: [],
  isList: false,
  csl: undefined,
  language: undefined,
  listed: undefined,
  linkCitations: undefined,
  suppressBibliography: undefined,
  title: undefined,
});

/** Longer texts of `nocite` are cut: no document lists so many works. */
const maxNocite = 200_000;
/** What BCP 47 allows, with the sign that some write instead of the hyphen. */
const languageTag = /^[a-z]{2,3}(?:[-_][a-z\d]{1,8}){0,8}$/i;
const everything = /(?:^|[\s;,[])@\*(?=[\s;,\]]|$)/;

/** YAML up to this length is read as a whole, so that all that is wrong with it is known. */
const maxWhole = 6_000;
/** Longer texts are no metadata. */
const maxLength = 262_144;
const names = [
  'bibliography',
  'csl',
  'citation-style',
  'lang',
  'nocite',
  'link-citations',
  'suppress-bibliography',
  'reference-section-title',
];

/** Reads what a YAML text says of citations, or what is wrong with it. Total; linear, and quick for long texts, too. */
export function readCitationMetadata(yaml: string): CitationMetadata | YamlFieldsFault {
  const isShort = yaml.length <= maxWhole;
  const fault = isShort ? undefined : yamlFault(yaml, maxLength);
  if (fault !== undefined) return fault;
  const fields = readYamlFields(isShort ? yaml : pickFields(yaml, names));
  return 'code' in fields ? fields : citationMetadataOf(fields);
}

/** What these fields say of citations. Total; linear. */
function citationMetadataOf(fields: YamlFields): CitationMetadata {
  const language = textUnder(fields, 'lang');
  return {
    bibliography: pathsUnder(fields, 'bibliography'),
    isList: isSeq(resolved(fields, valueOf(fields, 'bibliography'))),
    csl: pathsUnder(fields, 'csl')[0] ?? pathsUnder(fields, 'citation-style')[0],
    language: language !== undefined && languageTag.test(language) ? language : undefined,
    listed: listedUnder(fields),
    linkCitations: truthUnder(fields, 'link-citations'),
    suppressBibliography: truthUnder(fields, 'suppress-bibliography'),
    title: textUnder(fields, 'reference-section-title'),
  };
}

/** The paths or addresses under a name: one, or a list of them, as Pandoc reads them. */
function pathsUnder(fields: YamlFields, name: string): readonly string[] {
  return textsUnder(fields, name)
    .map((written) => pathFromMetadata(written.trim()))
    .filter((path) => path !== '');
}

function textsUnder(fields: YamlFields, name: string): readonly string[] {
  return scalarsUnder(fields, name).filter((value) => typeof value === 'string');
}

function textUnder(fields: YamlFields, name: string): string | undefined {
  const text = textsUnder(fields, name)[0]?.trim();
  return text === '' ? undefined : text;
}

/** Pandoc takes the words for truth values, too. */
function truthUnder(fields: YamlFields, name: string): boolean | undefined {
  const [value] = scalarsUnder(fields, name);
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

function listedUnder(fields: YamlFields): readonly string[] | undefined {
  const texts = textsUnder(fields, 'nocite');
  if (texts.length === 0) return undefined;
  const text = texts.join('\n\n').slice(0, maxNocite);
  const keys = scanCitations(`\n${text}`).clusters.flatMap(({ items }) => items.map(({ key }) => key));
  return [...new Set(everything.test(text) ? ['*', ...keys.filter((key) => key !== '*')] : keys)];
}
