import type { Paper } from '../../paper.ts';
import type { Theme } from '../theme.ts';
import { otherId } from '../themeIds.ts';
import { allLabel, otherLabel } from '../themeModel.ts';
import { isOwn } from './claimThemes.ts';
import type { WrittenTheme } from './curation.ts';
import { cleanLabel, freeLabel } from './themeLabel.ts';

/** A theme as it may be shown: what the writer says of it, and the made themes that it stands for. */
export interface ShownTheme {
  readonly id: string;
  readonly written: WrittenTheme | undefined;
  readonly made: readonly Theme[];
}

/** Words of a theme that several were merged to. */
const mostTerms = 12;
const themesPerStep = 20;

/**
 * Makes the themes of the places of the papers: pinned ones first, then those of the writer, then the made ones in their
 * order, "Other" last. Without papers only those are listed that the writer pinned or made. No label twice.
 */
export function* listThemes(
  shown: readonly ShownTheme[],
  papers: readonly Paper[],
  themesOf: ReadonlyMap<string, readonly string[]>,
): Generator<void, readonly Theme[], void> {
  if (papers.length === 0) return [];
  const placed = new Map(shown.map(({ id }) => [id, new Set<string>()]));
  for (const { key } of papers) for (const id of themesOf.get(key) ?? []) placed.get(id)?.add(key);
  yield;
  const themes: Omit<Theme, 'label'>[] = [];
  for (const [at, theme] of shown.entries()) {
    const keys = placed.get(theme.id) ?? new Set();
    if (keys.size > 0 || isKept(theme)) themes.push(themeOf(theme, keys));
    if (at % themesPerStep === themesPerStep - 1) yield;
  }
  const byId = new Map(shown.map((theme) => [theme.id, theme]));
  const rank = ({ id, pinned }: Omit<Theme, 'label'>): number =>
    pinned === true ? 0 : id === otherId ? 3 : byId.get(id)?.made.length === 0 ? 1 : 2;
  themes.sort((a, b) => rank(a) - rank(b));
  return labelled(themes, byId);
}

function isKept({ id, written }: ShownTheme): boolean {
  return written !== undefined && (written.pinned || isOwn(id, written));
}

/** Papers that stand where the model put them keep its order; those that the writer put there follow. */
function themeOf({ id, written, made }: ShownTheme, placed: ReadonlySet<string>): Omit<Theme, 'label'> {
  const keys = new Set(made.flatMap((theme) => theme.keys.filter((key) => placed.has(key))));
  for (const key of placed) keys.add(key);
  const terms = [...new Set(made.flatMap((theme) => theme.terms))];
  const parts = made
    .flatMap((theme) => theme.parts ?? [])
    .map(({ id: part, label, terms: words, keys: all }): Theme => {
      return { id: part, label, terms: words, keys: all.filter((key) => placed.has(key)) };
    })
    .filter((part) => part.keys.length > 0);
  return {
    id,
    terms: made.length > 1 ? terms.slice(0, mostTerms) : terms,
    keys: [...keys],
    ...(parts.length > 0 ? { parts } : {}),
    ...(written?.pinned === true ? { pinned: true } : {}),
  };
}

/** The writer's labels first: who made a theme finds it under its name. */
function labelled(themes: readonly Omit<Theme, 'label'>[], shown: ReadonlyMap<string, ShownTheme>): readonly Theme[] {
  const taken = new Set<string>();
  const labels = new Map<string, string>();
  const isWritten = ({ id }: Omit<Theme, 'label'>): boolean => shown.get(id)?.written?.label !== undefined;
  for (const theme of [...themes.filter(isWritten), ...themes.filter((one) => !isWritten(one))]) {
    labels.set(theme.id, freeLabel(wantedLabel(theme.id, shown.get(theme.id), themes.length), taken));
  }
  return themes.map((theme) => ({ ...theme, label: labels.get(theme.id) ?? theme.id }));
}

function wantedLabel(id: string, shown: ShownTheme | undefined, themes: number): string {
  const label = shown?.written?.label ?? shown?.made[0]?.label ?? (id === otherId ? otherLabel : cleanLabel(id));
  // Beside others, the papers in none of them are not all.
  if (label === allLabel && shown?.written === undefined && themes > 1) return otherLabel;
  return label === '' ? 'Theme' : label;
}
