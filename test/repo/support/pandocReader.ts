import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What pandoc makes of a text, as its JSON. */
export function read(...args: [input: string, ...args: string[]]): unknown {
  const [input, ...options] = args;
  return JSON.parse(execFileSync('pandoc', ['-t', 'json', ...options], { input, encoding: 'utf8' }));
}

/** The blocks of each document, of all by one run, which puts them into files of `folder`. */
export function readAll(folder: string, documents: readonly string[]): readonly (readonly unknown[])[] {
  const end = 'PAPERSIDE-END-OF-DOCUMENT';
  writeFileSync(join(folder, 'end.md'), `${end}\n`);
  const names = documents.flatMap((text, index) => {
    writeFileSync(join(folder, `${index}.md`), text);
    return [`${index}.md`, 'end.md'];
  });
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const output = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json', '--file-scope', '--quiet', ...names], options);
  const all: unknown[][] = [[]];
  for (const block of items(member(JSON.parse(output), 'blocks'))) {
    const isEnd = textOf(member(block, 'c')) === end;
    if (isEnd) all.push([]);
    else all.at(-1)?.push(block);
  }
  return all.slice(0, -1);
}

/** A property of a value that may have it. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text of inlines, as it was typed: smart punctuation and no-break spaces undone. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  const content = member(value, 'c');
  switch (member(value, 't')) {
    case 'Str':
      return string(content).replaceAll('\u00A0', ' ').replaceAll('–', '--').replaceAll('’', "'");
    case 'Space':
    case 'SoftBreak':
      return ' ';
    case 'Cite':
      return textOf(items(content)[1]);
    case 'Emph':
      return `*${textOf(content)}*`;
    default:
      return '';
  }
}

/** One work that pandoc found cited. */
export interface Read {
  readonly key: string;
  readonly mode: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Every `Cite` of pandoc's document, outer before inner. */
export function citesOf(value: unknown, found: Read[][] = []): Read[][] {
  if (Array.isArray(value)) {
    for (const item of items(value)) citesOf(item, found);
  } else if (member(value, 't') === 'Cite') {
    const citations = items(items(member(value, 'c'))[0]);
    found.push(
      citations.map((citation) => ({
        key: string(member(citation, 'citationId')),
        mode: string(member(member(citation, 'citationMode'), 't')),
        prefix: textOf(member(citation, 'citationPrefix')).trim(),
        suffix: textOf(member(citation, 'citationSuffix')).trim(),
      })),
    );
    for (const citation of citations) {
      citesOf(member(citation, 'citationPrefix'), found);
      citesOf(member(citation, 'citationSuffix'), found);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) citesOf(inner, found);
  }
  return found;
}
