import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';

/** The "name: value" lines of a YAML text, with their nodes. */
export interface YamlFields {
  readonly document: Document.Parsed;
  /** `undefined` when there is nothing but comments. */
  readonly map: YAMLMap<Node, Node | null> | undefined;
}

/** Why a YAML text has no such lines. */
export interface YamlFieldsFault {
  readonly code: 'invalid-yaml' | 'not-a-mapping' | 'too-large';
  /** What the YAML reader says, on one line; may hold text of the file. `''` where the code says all. */
  readonly reason: string;
  /** Offset in the YAML. */
  readonly offset: number;
}

/** Metadata of real documents and projects is below 20 kB; a YAML reader must not be fed megabytes. */
const maxYaml = 262_144;

/** Reads the "name: value" lines of a YAML text. Total; nothing is put in for aliases, so no alias bomb can go off. */
export function readYamlFields(yaml: string): YamlFields | YamlFieldsFault {
  if (yaml.length > maxYaml) return { code: 'too-large', reason: '', offset: 0 };
  try {
    const document = parseDocument(yaml, { schema: 'core', customTags: [], strict: true, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) return invalid(error.message, error.pos[0]);
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return { document, map: undefined };
    if (isMap<Node, Node | null>(contents)) return { document, map: contents };
    return { code: 'not-a-mapping', reason: '', offset: 0 };
  } catch (error) {
    // The YAML reader is recursive: some thousand nested brackets overflow its stack.
    return invalid(error instanceof Error ? error.message : String(error), 0);
  }
}

/** The node under a name of the top level; `null` when the name is there without a value. */
export function valueOf({ map }: Pick<YamlFields, 'map'>, name: string): Node | null | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}

/** What an alias stands for, any other node itself. */
export function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The values of a list, or the value itself: numbers, truth values and texts as they are. */
export function scalarsUnder(fields: YamlFields, name: string): readonly unknown[] {
  const { document } = fields;
  const value = resolved(document, valueOf(fields, name));
  const items = isSeq(value) ? value.items.map((item) => resolved(document, item)) : [value];
  return items.flatMap((item) => (isScalar(item) && item.value !== null ? [item.value] : []));
}

function invalid(message: string, offset: number): YamlFieldsFault {
  return { code: 'invalid-yaml', reason: message.split('\n', 1)[0] ?? '', offset };
}
