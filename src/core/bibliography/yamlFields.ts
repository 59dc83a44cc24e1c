import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node, type YAMLMap } from 'yaml';
import { yamlDepth } from '../text/yamlDepth.ts';

/** The "name: value" lines of a YAML text, with their nodes. */
export interface YamlFields {
  /** `undefined` when there is nothing but comments. */
  readonly map: YAMLMap<Node, Node | null> | undefined;
  /** What aliases stand for. */
  readonly aliases: ReadonlyMap<unknown, Node>;
}

/** Why a YAML text has no such lines. */
export interface YamlFieldsFault {
  readonly code: 'invalid-yaml' | 'not-a-mapping' | 'too-large';
  /** What the YAML reader says, on one line; may hold text of the file. `''` where the code says all. */
  readonly reason: string;
  /** Offset in the YAML. */
  readonly offset: number;
}

/** Real metadata are below 20 kB, and the YAML reader takes half a second for 250. */
const maxYaml = 40_000;

/** Deeper nesting takes the YAML reader long, and no metadata have it. */
const maxDepth = 100;

const options = {
  schema: 'core' as const,
  customTags: [],
  strict: true,
  logLevel: 'silent' as const,
  // Both take quadratic time.
  uniqueKeys: false,
  prettyErrors: false,
} satisfies Parameters<typeof parseDocument>[1];

/** Reads the "name: value" lines of a YAML text. Total; nothing is put in for aliases, so no alias bomb can go off. */
export function readYamlFields(yaml: string): YamlFields | YamlFieldsFault {
  const fault = yamlFault(yaml, maxYaml);
  if (fault !== undefined) return fault;
  try {
    const document = parseDocument(yaml, options);
    const [error] = document.errors;
    if (error !== undefined) return invalid(`${error.message} in line ${lineAt(yaml, error.pos[0])}`, error.pos[0]);
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null))
      return { map: undefined, aliases: new Map() };
    if (!isMap<Node, Node | null>(contents)) return { code: 'not-a-mapping', reason: '', offset: 0 };
    const repeated = repeatedName(contents);
    if (repeated !== undefined) return invalid(`"${repeated}" stands there twice`, 0);
    return { map: contents, aliases: aliasesIn(document) };
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error), 0);
  }
}

/** What is wrong with a YAML text before it is read: it is longer than `max`, or deeper than any metadata. Linear. */
export function yamlFault(yaml: string, max: number): YamlFieldsFault | undefined {
  if (yaml.length > max) return { code: 'too-large', reason: '', offset: 0 };
  return yamlDepth(yaml) > maxDepth ? invalid('it is nested too deeply', 0) : undefined;
}

function repeatedName(map: YAMLMap<Node, Node | null>): string | undefined {
  const names = new Set<string>();
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name !== undefined && names.has(name)) return name;
    if (name !== undefined) names.add(name);
  }
  return undefined;
}

/** One-based. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

/** The node under a name of the top level; `null` when the name is there without a value. */
export function valueOf({ map }: Pick<YamlFields, 'map'>, name: string): Node | null | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}

/** What an alias stands for, any other node itself. */
export function resolved({ aliases }: Pick<YamlFields, 'aliases'>, node: unknown): unknown {
  return isAlias(node) ? aliases.get(node) : node;
}

/** All at once: the YAML reader looks through the whole document for each. */
function aliasesIn(document: Document.Parsed): ReadonlyMap<unknown, Node> {
  const anchors = new Map<string, Node>();
  const aliases = new Map<unknown, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const meant = anchors.get(node.source);
      if (meant !== undefined) aliases.set(node, meant);
    },
  });
  return aliases;
}

/** The values of a list, or the value itself: numbers, truth values and texts as they are. */
export function scalarsUnder(fields: YamlFields, name: string): readonly unknown[] {
  const value = resolved(fields, valueOf(fields, name));
  const items = isSeq(value) ? value.items.map((item) => resolved(fields, item)) : [value];
  return items.flatMap((item) => (isScalar(item) && item.value !== null ? [item.value] : []));
}

function invalid(message: string, offset: number): YamlFieldsFault {
  return { code: 'invalid-yaml', reason: message.split('\n', 1)[0] ?? '', offset };
}
