import { closingBraces } from './texBraces.ts';

/** The items of a TeX list that commas or semicolons part, outside braces. Linear. */
export function texListItems(value: string): readonly string[] {
  if (!value.includes('{')) return value.split(/[;,]/);
  const closing = closingBraces(value);
  const items: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') at = Math.max(closing[at] ?? 0, at);
    else if (sign === ',' || sign === ';') {
      items.push(value.slice(start, at));
      start = at + 1;
    }
  }
  items.push(value.slice(start));
  return items;
}
