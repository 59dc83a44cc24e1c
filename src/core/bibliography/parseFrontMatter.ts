import { isAlias, isMap, isScalar, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import { locateFrontMatter, type FrontMatterRange } from './frontMatterRange.ts';

/** What keeps front matter from being read or changed. */
export interface FrontMatterProblem {
  readonly code: 'unclosed' | 'invalid-yaml' | 'not-a-mapping' | 'too-large';
  /** One sentence for people. May hold text of the file: escape it where it is shown. */
  readonly message: string;
  /** Offset in the text. */
  readonly offset: number;
}

/** The YAML of front matter with its nodes; ranges of nodes are offsets in the YAML, not in the text. */
export interface ParsedFrontMatter {
  readonly range: FrontMatterRange;
  readonly yaml: string;
  readonly document: Document.Parsed;
  /** `undefined` when there is nothing but comments. */
  readonly map: YAMLMap<Node, Node | null> | undefined;
}

/** Front matter of real documents is below 10 kB; a YAML reader must not be fed megabytes. */
const maxYaml = 262_144;

/** The front matter with its YAML nodes, or what is wrong with it; `undefined` when there is none. */
export function parseFrontMatter(text: string): ParsedFrontMatter | FrontMatterProblem | undefined {
  const range = locateFrontMatter(text);
  if (range === undefined) return undefined;
  if (range === 'unclosed') {
    return { code: 'unclosed', message: 'The front matter is not closed: a line "---" is missing.', offset: 0 };
  }
  const { contentStart, contentEnd } = range;
  if (contentEnd - contentStart > maxYaml) {
    return { code: 'too-large', message: 'The front matter is too large to be read.', offset: range.start };
  }
  const yaml = text.slice(contentStart, contentEnd);
  try {
    const document = parseDocument(yaml, { schema: 'core', customTags: [], strict: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) return invalidYaml(error.message, contentStart + error.pos[0]);
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      return { range, yaml, document, map: undefined };
    }
    if (isMap<Node, Node | null>(contents)) return { range, yaml, document, map: contents };
    return { code: 'not-a-mapping', message: 'The front matter holds no "name: value" lines.', offset: contentStart };
  } catch (error) {
    // The YAML reader is recursive: some thousand nested brackets overflow its stack.
    return invalidYaml(error instanceof Error ? error.message : String(error), contentStart);
  }
}

function invalidYaml(message: string, offset: number): FrontMatterProblem {
  const firstLine = message.split('\n', 1)[0] ?? '';
  return { code: 'invalid-yaml', message: `The front matter is not valid YAML: ${firstLine}`, offset };
}

/** The node under a top-level name; `null` when the name is there without a value. */
export function valueOf({ map }: ParsedFrontMatter, name: string): Node | null | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}

/** What an alias stands for, any other node itself. */
export function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
