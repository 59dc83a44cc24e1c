const marks = /\\([!-/:-@[-`{-~])|(`+)(.+?)\2(?!`)|(\*\*|__)(?=\S)(.+?\S)\4|([*_])(?=\S)(.*?\S)\6|-{2,3}|\.{3}/g;

/** Longer ones stay as they are: the marks are looked for from each place to the end. */
const longest = 2_000;

/** What stands before or after a key in Markdown (`see *also*`), in the notation of CSL-JSON, which has emphasis and no more. */
export function affixText(markdown: string): string {
  if (markdown.length > longest) return markdown;
  return markdown.replace(/\s+/g, ' ').replace(marks, (mark, ...groups: readonly unknown[]) => {
    const [escaped, , code, , strong, , emphasis] = groups.map((group) => (typeof group === 'string' ? group : ''));
    if (escaped) return escaped;
    if (code) return code;
    if (strong) return `<b>${affixText(strong)}</b>`;
    if (emphasis) return `<i>${affixText(emphasis)}</i>`;
    if (mark === '...') return '…';
    return mark === '--' ? '–' : mark === '---' ? '—' : mark;
  });
}
