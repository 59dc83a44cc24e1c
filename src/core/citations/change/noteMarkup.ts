/**
 * The words before or after a work as another syntax writes them: ties (`~`) of LaTeX and Typst are spaces in Markdown, and
 * signs to which only one of them gives a meaning are escaped. `from` and `to` are ids of syntaxes. Everything else, such as
 * emphasis, stays as it is.
 */
export function noteFor(note: string, from: string, to: string): string {
  const [isFromMarkdown, isToMarkdown] = [isMarkdown(from), isMarkdown(to)];
  if (from === to || (isFromMarkdown && isToMarkdown)) return note;
  const plain = isFromMarkdown ? note : withoutEscapes(note, from, isToMarkdown);
  if (to === 'latex') return plain.replace(/(?<!\\)[%&#_]/g, '\\$&');
  return to === 'typst' ? plain.replace(/(?<!\\)[#@$<]/g, '\\$&') : plain;
}

function isMarkdown(syntax: string): boolean {
  return syntax !== 'latex' && syntax !== 'typst';
}

function withoutEscapes(note: string, from: string, isToMarkdown: boolean): string {
  const untied = isToMarkdown ? note.replace(/(?<!\\)~/g, ' ') : note;
  return untied.replace(from === 'latex' ? /\\([%&#_])/g : /\\([#@$<])/g, '$1');
}
