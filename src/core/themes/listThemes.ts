import type { Frozen, Place } from './frozen.ts';
import type { Theme } from './theme.ts';
import { otherId } from './themeIds.ts';

/** Themes to show, each with its papers, most central first; papers that are near none stand in "Other", the last one. */
export function listThemes(
  frozen: Frozen | undefined,
  placed: ReadonlyMap<string, Place>,
  labels: { readonly all: string; readonly other: string },
): readonly Theme[] {
  const members = new Map<number, string[]>();
  for (const [key, { group }] of placed) pushTo(members, group, key);
  const nearness = (key: string): number => placed.get(key)?.nearness ?? 0;
  for (const keys of members.values()) keys.sort((a, b) => nearness(b) - nearness(a) || (a < b ? -1 : 1));
  const shown: Theme[] = [];
  for (const group of frozen?.order ?? []) {
    const name = frozen?.names[group];
    const keys = members.get(group);
    if (name === undefined || keys === undefined) continue;
    const parts = partsOf(frozen, group, { keys, placed });
    shown.push(parts.length === 0 ? { ...name, keys } : { ...name, keys, parts });
  }
  const others = members.get(-1);
  const label = shown.length === 0 ? labels.all : labels.other;
  return others === undefined ? shown : [...shown, { id: otherId, label, terms: [], keys: others }];
}

/** Parts that have papers, the largest first. */
function partsOf(
  frozen: Frozen | undefined,
  group: number,
  { keys, placed }: { readonly keys: readonly string[]; readonly placed: ReadonlyMap<string, Place> },
): readonly Theme[] {
  const parts = frozen?.parts.get(group);
  if (parts === undefined) return [];
  const members = new Map<number, string[]>();
  for (const key of keys) pushTo(members, placed.get(key)?.part ?? -1, key);
  return parts.names
    .flatMap((name, part) => {
      const ofPart = members.get(part);
      return ofPart === undefined ? [] : [{ ...name, keys: ofPart }];
    })
    .sort((a, b) => b.keys.length - a.keys.length);
}

function pushTo(lists: Map<number, string[]>, at: number, key: string): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [key]);
  else list.push(key);
}
