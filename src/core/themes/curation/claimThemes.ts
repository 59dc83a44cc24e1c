import { groupIdPrefix, otherId } from '../themeIds.ts';
import type { Curation, WrittenTheme } from './curation.ts';
import { compareTexts } from '../../text/compareTexts.ts';

/** Which made themes the written ones stand for. */
export interface Claims {
  /** Ids of written themes by the id of the made theme: each made theme has one at most. */
  readonly owners: ReadonlyMap<string, string>;
  /** Keys of papers whose list matched no theme, with the written themes that keep them. */
  readonly kept: ReadonlyMap<string, readonly string[]>;
}

/** A list of `like`. */
interface Anchors {
  readonly id: string;
  /** Of papers there are. */
  readonly keys: readonly string[];
}

interface Match extends Pick<Anchors, 'id'> {
  readonly anchors: Anchors;
  readonly base: string;
  readonly count: number;
}

/**
 * Matches written themes to made ones: groups of files by their ids; inferred themes, whose ids do not last for ever, by
 * the most papers of a list, at least half of those there are. The clearest match first, no made theme twice. Whatever
 * order the papers have, the answer is the same.
 */
export function claimThemes(
  curation: Curation,
  resolve: (key: string) => string | undefined,
  baseOf: (key: string) => readonly string[],
): Claims {
  const owners = new Map<string, string>();
  const lists: Anchors[] = [];
  for (const id of curation.themes.keys()) if (isGroupId(id)) owners.set(id, id);
  for (const [id, theme] of curation.themes) {
    for (const like of theme.like) {
      if (typeof like !== 'string') lists.push({ id, keys: resolved(like, resolve) });
      else if (isGroupId(like) && !owners.has(like)) owners.set(like, id);
    }
  }
  const matched = new Set<Anchors>();
  for (const { anchors, base, id } of matchesOf(lists, baseOf)) {
    if (matched.has(anchors) || owners.has(base)) continue;
    matched.add(anchors);
    owners.set(base, id);
  }
  const kept = new Map<string, string[]>();
  for (const anchors of lists) {
    if (matched.has(anchors) || curation.themes.get(anchors.id)?.deleted === true) continue;
    for (const key of anchors.keys) keep(kept, key, anchors.id);
  }
  return { owners, kept };
}

/** Whether the id is one of a group of files. */
export function isGroupId(id: string): boolean {
  return id.startsWith(groupIdPrefix);
}

/** Whether the theme stands for no other: the writer made it. */
export function isOwn(id: string, theme: WrittenTheme): boolean {
  return theme.like.length === 0 && !isGroupId(id);
}

function keep(kept: Map<string, string[]>, key: string, id: string): void {
  const ids = kept.get(key);
  if (ids === undefined) kept.set(key, [id]);
  else ids.push(id);
}

function resolved(keys: readonly string[], resolve: (key: string) => string | undefined): readonly string[] {
  return [...new Set(keys.flatMap((key) => resolve(key) ?? []))];
}

/** The most papers first, then the greatest share of the list, then by ids. */
function matchesOf(lists: readonly Anchors[], baseOf: (key: string) => readonly string[]): readonly Match[] {
  const matches: Match[] = [];
  for (const anchors of lists) {
    const counts = new Map<string, number>();
    for (const id of anchors.keys.flatMap(baseOf)) {
      if (id !== otherId && !isGroupId(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [base, count] of counts) {
      if (count * 2 >= anchors.keys.length) matches.push({ id: anchors.id, anchors, base, count });
    }
  }
  return matches.sort(
    (a, b) =>
      b.count - a.count ||
      a.anchors.keys.length - b.anchors.keys.length ||
      compareTexts(a.id, b.id) ||
      compareTexts(a.base, b.base),
  );
}
