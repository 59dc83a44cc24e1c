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

/** Namespaces of feeds, so that a fragment of one can be read by itself. */
const wrapper =
  '<r xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">';

/** Reads one element of a feed; `undefined` when it is not well-formed, too deep, or has more elements than a paper. */
export function readXmlEntry(source: string): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: new Map(), text: '', children: [] };
  const open: XmlElement[] = [root];
  let count = 0;
  let failed = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length > maxDepth || count > maxElements) failed = true;
    if (failed) return;
    const local = name.slice(name.indexOf(':') + 1);
    const element: XmlElement = {
      name: local,
      attributes: new Map(Object.entries(attributes)),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed !== undefined && parent !== undefined && parent !== root) parent.text += closed.text;
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(`${wrapper}${source}</r>`).close();
  } catch {
    return undefined;
  }
  return failed ? undefined : root.children[0]?.children[0];
}

/** The text of the first element of that name in an entry; `''` when there is none. */
export function childText(entry: XmlElement, name: string): string {
  return entry.children.find((child) => child.name === name)?.text ?? '';
}
