import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { member } from './pandocReader.ts';

/** What pandoc prints of a document: the text of each citation and of each entry of the reference list, by its key. */
export interface PandocOutput {
  readonly citations: readonly string[];
  readonly references: Readonly<Record<string, string>>;
}

/** Has pandoc resolve the citations of a document: `args` say by which style and bibliography. */
export async function pandocCiteproc(file: string, args: readonly string[]): Promise<PandocOutput> {
  const run = promisify(execFile);
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const { stdout } = await run(
    'pandoc',
    ['-f', 'markdown', '-t', 'json', '--citeproc', '--quiet', ...args, file],
    options,
  );
  const output = { citations: [] as string[], references: {} as Record<string, string> };
  // What stands in the metadata, as in "nocite", is printed nowhere.
  collect(member(JSON.parse(stdout), 'blocks'), output);
  return output;
}

/** White space as one space, and characters that are raised by themselves as raised ones. */
export function plainCitation(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u1D2C-\u1D6A\u2070-\u209F]/g, (raised) => raised.normalize('NFKC'))
    .trim();
}

function collect(value: unknown, output: { citations: string[]; references: Record<string, string> }): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, output);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const content: unknown = member(value, 'c');
  const [head, body] = items(content);
  if (member(value, 't') === 'Cite') {
    output.citations.push(plainCitation(textOf(body)));
    return;
  }
  const [id] = member(value, 't') === 'Div' ? items(head) : [];
  if (typeof id === 'string' && id.startsWith('ref-')) {
    output.references[id.slice('ref-'.length)] = plainCitation(textOf(body));
    return;
  }
  for (const one of Object.values(value)) collect(one, output);
}

/** The characters of inlines and blocks. A note, and the label and body of an entry, stand apart. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  const content: unknown = member(value, 'c');
  const [head, body] = items(content);
  switch (member(value, 't')) {
    case 'Str':
      return typeof content === 'string' ? content : '';
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Note':
      return ` ${textOf(content)}`;
    case 'Span':
      return JSON.stringify(head).includes('"csl-') ? `${textOf(body)} ` : textOf(body);
    case 'Quoted':
    case 'Link':
    case 'Div':
      return textOf(body);
    default:
      return textOf(content);
  }
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
