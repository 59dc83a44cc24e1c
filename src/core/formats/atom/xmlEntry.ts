import { SaxesParser } from 'saxes';

/** An element of an entry: its local name, attributes, text of its own and below, and the elements in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: XmlElement[];
}

const maxDepth = 20;
const maxElements = 20_000;
const maxFaults = 100;

/** Namespaces of feeds, so that a fragment of one can be read by itself. */
const wrapper =
  '<r xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">';

/**
 * Reads one element of a feed; `undefined` when it is not well-formed, too deep, or has more elements than a paper. An
 * entity that nobody declared stays as written: feeds have HTML's. Linear.
 */
export function readXmlEntry(source: string): XmlElement | undefined {
  const builder = new XmlBuilder();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    // An error ends the reading at once: the parser would report each of a million more.
    if (!error.message.endsWith('undefined entity.')) throw error;
    builder.fault();
  });
  parser.on('opentag', ({ name, attributes }) => {
    builder.open(name, attributes);
  });
  parser.on('closetag', () => {
    builder.close();
  });
  parser.on('text', (text) => {
    builder.add(text);
  });
  parser.on('cdata', (text) => {
    builder.add(text);
  });
  try {
    parser.write(`${wrapper}${source}</r>`).close();
  } catch {
    return undefined;
  }
  return builder.entry();
}

/** Puts elements together. Throws when there are more of them than a paper has: that ends the reading. */
class XmlBuilder {
  readonly #root: XmlElement = { name: '', attributes: new Map(), text: '', children: [] };
  readonly #open: XmlElement[] = [this.#root];
  #count = 0;
  #faults = 0;

  /** Counts what is wrong but can be read. */
  fault(): void {
    this.#faults += 1;
    if (this.#faults > maxFaults) throw new RangeError('too many faults');
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#count += 1;
    if (this.#open.length > maxDepth || this.#count > maxElements) throw new RangeError('too deep or too many');
    const local = name.slice(name.indexOf(':') + 1);
    const element = { name: local, attributes: new Map(Object.entries(attributes)), text: '', children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  close(): void {
    const closed = this.#open.pop();
    const parent = this.#open.at(-1);
    if (closed !== undefined && parent !== undefined && parent !== this.#root) parent.text += closed.text;
  }

  add(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  /** The element in the wrapper. */
  entry(): XmlElement | undefined {
    return this.#root.children[0]?.children[0];
  }
}

/** The text of the first element of that name in an entry; `''` when there is none. */
export function childText(entry: XmlElement, name: string): string {
  return entry.children.find((child) => child.name === name)?.text ?? '';
}
