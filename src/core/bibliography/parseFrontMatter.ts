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
  if (range === 'unclosed') {
    return { code: 'unclosed', message: 'The front matter is not closed: a line "---" is missing.', offset: 0 };
  }
  const { contentStart, contentEnd } = range;
  const yaml = text.slice(contentStart, contentEnd);
  const fields = readYamlFields(yaml);
  if (!('code' in fields)) return { range, yaml, ...fields };
  const { code, offset } = fields;
  return { code, message: messageOf(fields), offset: code === 'too-large' ? range.start : contentStart + offset };
}

function messageOf({ code, reason }: YamlFieldsFault): string {
  switch (code) {
    case 'too-large':
      return 'The front matter is too large to be read.';
    case 'not-a-mapping':
      return 'The front matter holds no "name: value" lines.';
    case 'invalid-yaml':
      return `The front matter is not valid YAML: ${reason}`;
  }
}
