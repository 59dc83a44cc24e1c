import { locateFrontMatter, type FrontMatterRange } from './frontMatterRange.ts';
import { readYamlFields, type YamlFields, type YamlFieldsFault } from './yamlFields.ts';

/** What keeps front matter from being read or changed. */
export interface FrontMatterProblem {
  readonly code: 'unclosed' | YamlFieldsFault['code'];
  /** One sentence for people. May hold text of the file: escape it where it is shown. */
  readonly message: string;
  /** Offset in the text. */
  readonly offset: number;
}

/** The YAML of front matter with its nodes; ranges of nodes are offsets in the YAML, not in the text. */
export interface ParsedFrontMatter extends YamlFields {
  readonly range: FrontMatterRange;
  readonly yaml: string;
}

/** The front matter with its YAML nodes, or what is wrong with it; `undefined` when there is none. */
export function parseFrontMatter(text: string): ParsedFrontMatter | FrontMatterProblem | undefined {
  const range = locateFrontMatter(text);
  if (range === undefined) return undefined;
  if (range === 'unclosed') return unclosedFrontMatter;
  const yaml = text.slice(range.contentStart, range.contentEnd);
  const fields = readYamlFields(yaml);
  return 'code' in fields ? problemOf(fields, range) : { range, yaml, ...fields };
}

/** Front matter without its last line. */
export const unclosedFrontMatter: FrontMatterProblem = Object.freeze({
  code: 'unclosed',
  message: 'The front matter is not closed: a line "---" is missing.',
  offset: 0,
});

/** What is wrong with the YAML of front matter, as people are told. */
export function problemOf({ code, reason, offset }: YamlFieldsFault, range: FrontMatterRange): FrontMatterProblem {
  switch (code) {
    case 'too-large':
      return { code, message: 'The front matter is too large to be read.', offset: range.start };
    case 'not-a-mapping':
      return { code, message: 'The front matter holds no "name: value" lines.', offset: range.contentStart };
    case 'invalid-yaml':
      return { code, message: `The front matter is not valid YAML: ${reason}`, offset: range.contentStart + offset };
  }
}
