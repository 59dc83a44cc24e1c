import { isMap, isScalar, parseDocument, Scalar, type YAMLError } from 'yaml';
import type { ProblemCode } from '../../problem.ts';
import { shorten } from '../../text/plainText.ts';
import { yamlDepth } from '../../text/yamlDepth.ts';

/** Why an item is left out, or what of it does not count. Offsets in the item. */
export interface YamlFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly at: number;
  readonly end: number;
}

/** What came out of one item. */
export interface ReadYamlItem {
  readonly value: object | undefined;
  readonly fault: YamlFault | undefined;
  /** Where a member of the item has exactly this text, without quotes. */
  placeOf(name: string, text: string): { readonly at: number; readonly end: number } | undefined;
}

/** Deeper nesting and longer items are no papers; the reader of YAML takes too long for them. */
const maxDepth = 60;
const maxLength = 100_000;
const maxAliases = 20;
const maxReason = 120;

/**
 * Reads `source`, an item (an empty object where it cannot have a title) of a list that begins with its dash in the column `column`, by itself. Every scalar is the text
 * that stands there, so that `id: 007` and `title: True` stay what they are; an empty one, `null` and `~` are nothing.
 */
export function readYamlItem(source: string, column: number): ReadYamlItem {
  if (source.length > maxLength || yamlDepth(source) > maxDepth) {
    return faulty('broken-entry', 'This item was left out because it is too long or too deep for a paper: remove it.');
  }
  // Reading YAML takes long: what cannot be a work is not read.
  if (!source.includes('title')) return { value: {}, fault: undefined, placeOf: () => undefined };
  try {
    return readShortItem(source, column);
  } catch (error) {
    const reason = error instanceof ReferenceError ? reasonOf(error) : 'it cannot be read';
    return faulty('broken-entry', brokenMessage(reason));
  }
}

function readShortItem(source: string, column: number): ReadYamlItem {
  // The dash becomes a space and the first line as deep as the others.
  const shift = column;
  const document = parseDocument(' '.repeat(column + 1) + source.slice(1).replace(/\r(?!\n)/g, '\n'), {
    schema: 'failsafe',
    customTags: ['null'],
    resolveKnownTags: false,
    // Lines and excerpts in messages take quadratic time.
    prettyErrors: false,
    logLevel: 'silent',
  });
  const place = ({ pos }: YAMLError) => {
    const end = Math.min(Math.max(pos[1] - shift, 1), source.length);
    return { at: Math.min(Math.max(pos[0] - shift, 0), end - 1), end };
  };
  const tag = document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (tag !== undefined) {
    return faulty(
      'refused-content',
      'This item was left out because it has a YAML tag ("!…"), which is not read for safety: remove the tag.',
      place(tag),
    );
  }
  const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error !== undefined) return faulty('broken-entry', brokenMessage(reasonOf(error)), place(error));
  const value: unknown = document.toJS({ maxAliasCount: maxAliases });
  const contents = document.contents;
  if (typeof value !== 'object' || value === null || !isMap(contents)) {
    return faulty('broken-entry', brokenMessage('it has no "name: value" lines'));
  }
  const [repeated] = document.errors;
  return {
    value,
    fault: repeated && { code: 'broken-entry', message: repeatedMessage, ...place(repeated) },
    placeOf(name, text) {
      const node: unknown = contents.get(name, true);
      if (!isScalar(node) || !node.range || node.value !== text) return undefined;
      const quote = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? 1 : 0;
      const at = node.range[0] - shift + quote;
      return source.startsWith(text, at) ? { at, end: at + text.length } : undefined;
    },
  };
}

const repeatedMessage = 'This item has the same name twice, and the last one counts: remove one of them.';

function brokenMessage(reason: string): string {
  return `This item was left out because its YAML is broken (${reason}): correct it.`;
}

function reasonOf(error: Error): string {
  return shorten(error.message.split('\n', 1)[0] ?? '', maxReason);
}

function faulty(code: ProblemCode, message: string, place = { at: 0, end: 0 }): ReadYamlItem {
  return { value: undefined, fault: { code, message, ...place }, placeOf: () => undefined };
}
