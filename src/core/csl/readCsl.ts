import { SaxesParser } from 'saxes';
import type { Result } from '../result.ts';
import type { CslNode } from './cslNode.ts';

/** The largest style of the CSL project has about 300,000 characters. */
const maxLength = 2_000_000;
const maxDepth = 100;
/** An element of which an empty one means something: the empty text. */
const terms: ReadonlySet<string> = new Set(['term', 'single', 'multiple']);

/**
 * Reads a CSL style or locale into a new tree. What is wrong is said with its line: `line 3: unclosed tag`. Comments and
 * white space between elements are left out. Linear.
 */
export function readCsl(source: string): Result<CslNode> {
  if (source.length > maxLength) return { ok: false, error: 'it is longer than any style' };
  const builder = new TreeBuilder();
  const parser = new SaxesParser({ xmlns: false, position: true });
  // The first error ends the reading: the parser would report each of a million more.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes));
  parser.on('closetag', () => builder.close());
  parser.on('text', (text) => builder.add(text));
  parser.on('cdata', (text) => builder.add(text));
  try {
    parser.write(source.replace(/^\uFEFF?\s+/, '')).close();
  } catch (error) {
    return { ok: false, error: error instanceof Error ? errorText(error.message) : 'it is no XML' };
  }
  return builder.root === undefined ? { ok: false, error: 'it is empty' } : { ok: true, value: builder.root };
}

/** Puts elements together. Throws when they are nested deeper than in any style: that ends the reading. */
class TreeBuilder {
  readonly #open: CslNode[] = [];
  root: CslNode | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length > maxDepth) throw new RangeError('its elements are nested too deeply');
    const node: CslNode = { name: name.slice(name.indexOf(':') + 1), attrs: { ...attributes }, children: [] };
    this.root ??= node;
    this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
  }

  close(): void {
    const node = this.#open.pop();
    if (node === undefined) return;
    const elements = node.children.filter((child) => typeof child !== 'string');
    // What stands between elements only indents them.
    if (elements.length > 0) node.children.splice(0, node.children.length, ...elements);
    else if (terms.has(node.name) || node.children.length > 1) {
      node.children.splice(
        0,
        node.children.length,
        node.children.filter((child) => typeof child === 'string').join(''),
      );
    }
  }

  add(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }
}

/** `3:14: unclosed tag: style` as people read it. */
function errorText(message: string): string {
  const [, line, what] = /^(\d+):\d+: (.+)$/s.exec(message) ?? [];
  return line === undefined ? message : `line ${line}: ${(what ?? '').replace(/\.$/, '')}`;
}
