import { withoutBraces } from './globs.ts';

/**
 * Whether a path, with `/` between its parts, is what a glob with `*`, `?`, `**` and `{a,b}` means. A glob without `/` is of
 * a name in any folder; one with it of the end of the path. Case counts. Time grows with the product of both lengths at
 * most.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const parts = path.split('/').filter((part) => part !== '');
  return withoutBraces(glob).some((one) => {
    const wanted = one.split('/').filter((part) => part !== '');
    return wanted.length > 0 && matches(parts, ['**', ...wanted], '**', matchesPart);
  });
}

/** A name against a pattern with `*` and `?`. */
function matchesPart(name: string, pattern: string): boolean {
  return matches(
    Array.from(name),
    Array.from(pattern),
    '*',
    (character, wanted) => wanted === '?' || wanted === character,
  );
}

/** Whether `items` are what `pattern` says, in which `any` stands for any number of them: greedy, with one way back. */
function matches(
  items: readonly string[],
  pattern: readonly string[],
  any: string,
  isOne: (item: string, wanted: string) => boolean,
): boolean {
  let [item, at, back, backItem] = [0, 0, -1, 0];
  while (item < items.length) {
    const wanted = pattern[at];
    if (wanted === any) {
      back = at;
      backItem = item;
      at += 1;
    } else if (wanted !== undefined && isOne(items[item] ?? '', wanted)) {
      item += 1;
      at += 1;
    } else if (back >= 0) {
      at = back + 1;
      backItem += 1;
      item = backItem;
    } else return false;
  }
  return pattern.slice(at).every((wanted) => wanted === any);
}
