import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import { keyCompletion } from '../../../../../src/core/citations/completion/keyCompletion.ts';

/**
 * A text with the cursor as `|` (or `mark`) after `key` was chosen there, behind what was typed: `smi → see @smith2020`.
 * `insert`: the rest of the word behind the cursor stays. `nothing` where no key is being typed.
 */
export function chosen(
  syntax: CitationSyntax,
  marked: string,
  key = 'k1',
  { mark = '|', insert = false }: { readonly mark?: string; readonly insert?: boolean } = {},
): string {
  const offset = marked.indexOf(mark);
  const text = marked.replace(mark, '');
  const completion = keyCompletion(syntax, text, offset);
  if (completion === undefined) return 'nothing';
  const written = completion.write(key);
  if (written === undefined) return `${completion.typed} → not to be written`;
  const { start, end, insertEnd } = written;
  if (start > completion.start || insertEnd < offset || end < insertEnd)
    return `bad range ${start} ${insertEnd} ${end}`;
  return `${completion.typed} → ${text.slice(0, start)}${written.text}${text.slice(insert ? insertEnd : end)}`;
}
