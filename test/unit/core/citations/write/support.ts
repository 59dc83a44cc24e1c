import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import type { CitationWriter, WrittenItem } from '../../../../../src/core/citations/citationWriter.ts';
import { applyEdits } from '../support.ts';

/** `see <a>, p. 3; -<b>`: works in the manner of these tests. */
export function itemsOf(marked: string): readonly WrittenItem[] {
  return marked.split(';').map((part) => {
    const [, prefix = '', hyphen = '', key = '', suffix = ''] = /^(.*?)(-?)<(.*)>(.*)$/su.exec(part) ?? [];
    return { key, prefix: prefix.trim(), suffix: suffix.trim(), suppressAuthor: hyphen !== '' };
  });
}

/** The writer of a syntax for a document with this text. */
export function writerIn(syntax: CitationSyntax, text: string): CitationWriter {
  return syntax.writer({ text, scan: syntax.scan(text) });
}

/** `1: <k>` adds a work to the first cluster of a text, behind its item 1. */
export function added(syntax: CitationSyntax, text: string, marked: string): string | undefined {
  const [, index = '', some = ''] = /^(\d): (.*)$/su.exec(marked) ?? [];
  const [cluster] = syntax.scan(text).clusters;
  if (cluster === undefined) throw new Error(`no cluster in ${text}`);
  const edit = writerIn(syntax, text).further(itemsOf(some), cluster, Number(index));
  return edit === undefined ? undefined : applyEdits(text, [edit]);
}

/** Has the item `index` of the first cluster of a text name another work. */
export function renamed(syntax: CitationSyntax, text: string, key: string, index = 0): string | undefined {
  const [cluster] = syntax.scan(text).clusters;
  if (cluster === undefined) throw new Error(`no cluster in ${text}`);
  const edit = writerIn(syntax, text).otherKey(key, cluster, index);
  return edit === undefined ? undefined : applyEdits(text, [edit]);
}
