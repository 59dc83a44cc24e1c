import { closingBraces } from './texBraces.ts';

/** One name of a list: the raw words between its commas. */
export type TexNameParts = readonly (readonly string[])[];

const breaks = /[\s~,{]/g;
const brace = /[{}]/;

/**
 * Cuts a BibTeX name list at `and`, each name at its commas and each part at white space and `~`, all outside braces. A
 * brace without partner is a character of its word. Names without any word are left out. Linear.
 */
export function texNameWords(value: string): readonly TexNameParts[] {
  const closing = brace.test(value) ? closingBraces(value) : undefined;
  const names: string[][][] = [];
  let parts: string[][] = [[]];
  let start = 0;
  const endWord = (end: number): void => {
    const word = value.slice(start, end);
    if (word === '') return;
    if (word.length === 3 && word.toLowerCase() === 'and') endName();
    else parts.at(-1)?.push(word);
  };
  const endName = (): void => {
    if (parts.some((words) => words.length > 0)) names.push(parts);
    parts = [[]];
  };
  for (let at = 0; ;) {
    breaks.lastIndex = at;
    // Without the objects that `exec` makes: lists of names are long.
    const found = breaks.test(value) ? breaks.lastIndex - 1 : value.length;
    const sign = value[found];
    if (sign === '{') {
      at = Math.max(closing?.[found] ?? 0, found) + 1;
      continue;
    }
    // `\~` and `\,` are commands, not breaks.
    if (sign !== undefined && value[found - 1] === '\\' && found > start) {
      at = found + 1;
      continue;
    }
    endWord(found);
    if (sign === undefined) break;
    if (sign === ',') parts.push([]);
    start = found + 1;
    at = start;
  }
  endName();
  return names;
}
