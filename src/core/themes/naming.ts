import type { Named } from './frozen.ts';
import type { Label } from './labels.ts';
import type { PaperText } from './paperText.ts';
import { labelThemes } from './labels.ts';
import { matchThemes } from './matchThemes.ts';
import { newThemeId } from './themeIds.ts';

/** Groups that want a name. */
export interface Unnamed {
  /** Of each group its most central papers. */
  readonly samples: readonly (readonly PaperText[])[];
  /** Of each group the name that it carries on; `keepsLabel` where it holds mostly the papers it held. */
  readonly before: readonly ({ readonly name: Named; readonly keepsLabel: boolean } | undefined)[];
  /** Labels that no group may have. */
  readonly labelsTaken: readonly string[];
  /** Words that say nothing here: those of the theme that the groups are parts of. */
  readonly saidAlready?: string | undefined;
  /** What an id begins with. */
  readonly idPrefix?: string;
}

/** Names groups; ids are added to `idsTaken`. */
export function* nameGroups(
  { samples, before, labelsTaken, saidAlready, idPrefix = '' }: Unnamed,
  idsTaken: Set<string>,
): Generator<void, readonly Named[], void> {
  const kept = before.map((one) => (one?.keepsLabel === true ? one.name.label : undefined));
  const labels = yield* labelThemes(samples, labelsTaken, { kept, saidAlready });
  return labels.map(({ label, terms }: Label, group): Named => {
    const id = before[group]?.name.id ?? newThemeId(`${idPrefix}${label}`, idsTaken);
    idsTaken.add(id);
    return { id, label, terms };
  });
}

/** This share of the papers of a theme must have been in it before: then it keeps its label. */
const mostlyTheSame = 0.6;

/**
 * The name that each of `groups` groups carries on. `pairs` says of each paper its group before (-1: none or not there)
 * and now.
 */
export function namesBefore(
  pairs: readonly (readonly [before: number, after: number])[],
  groups: number,
  names: readonly Named[],
): Unnamed['before'] {
  if (names.length === 0) return Array.from({ length: groups }, () => undefined);
  const sizes = Array.from({ length: groups }, () => 0);
  const shared = new Map<string, number>();
  for (const [before, after] of pairs) {
    if (after < 0) continue;
    sizes[after] = (sizes[after] ?? 0) + 1;
    shared.set(`${String(before)} ${String(after)}`, (shared.get(`${String(before)} ${String(after)}`) ?? 0) + 1);
  }
  const there = pairs.filter(([before]) => before >= 0);
  return matchThemes(there, groups).map((number, group) => {
    const name = names[number ?? -1];
    if (name === undefined) return undefined;
    const same = shared.get(`${String(number)} ${String(group)}`) ?? 0;
    return { name, keepsLabel: same >= (sizes[group] ?? 0) * mostlyTheSame };
  });
}
