import type { StateCore, Token } from 'markdown-it';

/** Gives each list item that begins with `[ ]` or `[x]` a box to tick, which names the line it stands in. */
export function markTasks({ tokens, Token: Made }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const item = tokens[index - 2];
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open' || item?.type !== 'list_item_open') {
      continue;
    }
    const first = token.children?.[0];
    const mark = first?.type === 'text' ? /^\[([ xX])\] +/.exec(first.content) : null;
    const line = token.map?.[0];
    if (first === undefined || mark === null || line === undefined) continue;
    first.content = first.content.slice(mark[0].length);
    item.attrJoin('class', 'task');
    token.children?.unshift(boxOf(new Made('task', 'input', 0), { line, done: mark[1] !== ' ', text: token.content }));
  }
}

function boxOf(box: Token, task: { readonly line: number; readonly done: boolean; readonly text: string }): Token {
  box.attrs = [
    ['type', 'checkbox'],
    ['data-line', String(task.line)],
    ['aria-label', task.text.slice(4, 204)],
  ];
  if (task.done) box.attrPush(['checked', '']);
  return box;
}
