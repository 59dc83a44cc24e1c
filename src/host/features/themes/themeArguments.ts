import type { Theme } from '../../../core/themes/theme.ts';
import { otherId } from '../../../core/themes/themeIds.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { isOfView } from '../../ui/rowPapers.ts';

/** Themes that a command was called on, by their ids: rows of the tree, `{ theme }` or `{ themes }`; each once. */
export function themesOfArguments(services: Services, args: readonly unknown[]): readonly string[] {
  return [...new Set(rowsOf(services, args).flatMap(themesOf))];
}

/** The papers among the rows that a command was called on, with the theme that each row stands in. */
export function placesOfArguments(
  services: Services,
  args: readonly unknown[],
): readonly { readonly key: string; readonly theme: string }[] {
  return rowsOf(services, args).flatMap((row) => {
    const key = fieldOf(row, 'key');
    const theme = groupAbove(row);
    return typeof key === 'string' && theme !== undefined ? [{ key, theme }] : [];
  });
}

/** A text of the first argument, such as `label` of `{ label }`. */
export function textOfArgument(args: readonly unknown[], name: string): string | undefined {
  const value = fieldOf(args[0], name);
  return typeof value === 'string' ? value : undefined;
}

/** The name of the group that a row of the tree shows. */
export function labelOfRow(row: unknown): string | undefined {
  const label = fieldOf(fieldOf(row, 'group'), 'label');
  return typeof label === 'string' && label !== '' ? label : undefined;
}

/** All themes that can be changed: without "Other". Rejects with an `ExpectedError` when there is none. */
export async function changeableThemes({ library }: Services): Promise<readonly Theme[]> {
  await library.load();
  const themes = (await library.engine.themes()).filter(({ id }) => id !== otherId);
  if (themes.length === 0) throw new ExpectedError('There are no themes yet: make one with "New Theme…".');
  return themes;
}

function rowsOf({ rowSelection }: Services, [first, selected]: readonly unknown[]): readonly unknown[] {
  if (isOfView(first)) return rowSelection.in(first.selectedIn);
  return Array.isArray(selected) && selected.length > 0 ? selected : [first];
}

function themesOf(value: unknown): readonly string[] {
  const themes = fieldOf(value, 'themes');
  if (Array.isArray(themes)) return themes.filter((id): id is string => typeof id === 'string');
  const theme = fieldOf(value, 'theme');
  if (typeof theme === 'string') return [theme];
  const id = themeOfRow(value);
  return id === undefined ? [] : [id];
}

/** The id of the theme that a row of the tree shows. */
function themeOfRow(row: unknown): string | undefined {
  if (fieldOf(row, 'kind') !== 'group' || fieldOf(fieldOf(row, 'view'), 'by') !== 'theme') return undefined;
  const id = fieldOf(fieldOf(row, 'group'), 'id');
  return typeof id === 'string' ? id : undefined;
}

/** The theme that a row of a paper stands in, a part of one included. */
function groupAbove(row: unknown): string | undefined {
  let above = fieldOf(row, 'parent');
  while (fieldOf(above, 'kind') === 'stretch') above = fieldOf(above, 'parent');
  return themeOfRow(above);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
