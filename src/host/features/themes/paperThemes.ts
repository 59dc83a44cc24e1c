import { otherId } from '../../../core/themes/themeIds.ts';
import type { ThemeChange } from '../../../engine/paperEngine.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { choosePapers } from '../../ui/choosePapers.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';
import { askForName, chooseSeveral, tickThemes } from './chooseThemes.ts';
import { labelOfRow, placesOfArguments, textOfArgument, themesOfArguments } from './themeArguments.ts';

/** Asks in which themes papers stand. `{ keys, themes }` adds them without asking. */
export async function addToTheme(services: Services, args: readonly unknown[]): Promise<void> {
  const title = 'Add to Theme';
  const keys = await papersFor(services, args, title);
  if (keys === undefined) return;
  const asked = isPlain(args[0]) ? themesOfArguments(services, args) : [];
  if (asked.length > 0) {
    await services.themes.change(asked.map((into): ThemeChange => ({ kind: 'put', keys, into })));
    return;
  }
  const themes = (await services.library.engine.themes()).filter(({ id }) => id !== otherId);
  // Of several papers, only a theme that has all of them is ticked: one that has some stays as it is unless it is ticked.
  const ticked = new Set(themes.filter((theme) => keys.every((key) => theme.keys.includes(key))).map(({ id }) => id));
  const wanted = await tickThemes(themes, ticked, title);
  if (wanted === undefined) return;
  const label = wanted.wantsNew ? await askForName(themes, { title: 'New Theme' }) : undefined;
  if (wanted.wantsNew && label === undefined) return;
  const into = wanted.themes.filter((id) => !ticked.has(id));
  const out = [...ticked].filter((id) => !wanted.themes.includes(id));
  await services.themes.change([
    ...into.map((id): ThemeChange => ({ kind: 'put', keys, into: id })),
    ...(label === undefined ? [] : [{ kind: 'create', label, keys } as const]),
    ...out.map((from): ThemeChange => ({ kind: 'takeOut', keys, from })),
  ]);
}

/** Takes papers out of the themes that their rows stand in, or out of `{ keys, theme }`; else asks. */
export async function removeFromTheme(services: Services, args: readonly unknown[]): Promise<void> {
  const places = placesOfArguments(services, args);
  if (places.length > 0) {
    const byTheme = new Map<string, string[]>();
    for (const { key, theme } of places) {
      const keys = byTheme.get(theme);
      if (keys !== undefined) keys.push(key);
      else if (theme !== otherId) byTheme.set(theme, [key]);
    }
    const changes = [...byTheme].map(([from, keys]): ThemeChange => ({ kind: 'takeOut', keys, from }));
    if (changes.length === 0)
      throw new ExpectedError('These papers are in no theme: "Add to Theme…" puts them into one.');
    await services.themes.change(changes);
    return;
  }
  const title = 'Remove from Theme';
  const keys = await papersFor(services, args, title);
  if (keys === undefined) return;
  const asked = isPlain(args[0]) ? themesOfArguments(services, args) : [];
  const from = asked.length > 0 ? asked : await themesToLeave(services, keys, title);
  await services.themes.change(from.map((theme): ThemeChange => ({ kind: 'takeOut', keys, from: theme })));
}

/** Makes a theme of papers, of those of a part of a theme, or one without any. `{ label, keys }` asks nothing. */
export async function newTheme(services: Services, args: readonly unknown[]): Promise<void> {
  await services.library.load();
  const keys = await keysOfRows(services, args, 'papers and groups');
  const themes = await services.library.engine.themes();
  const ask = { title: titleOfNew(keys.length), value: labelOfRow(args[0]) };
  const label = textOfArgument(args, 'label') ?? (await askForName(themes, ask));
  if (label !== undefined) await services.themes.change({ kind: 'create', label, keys });
}

function titleOfNew(papers: number): string {
  if (papers === 0) return 'New Theme';
  return papers === 1 ? 'New Theme with 1 Paper' : `New Theme with ${papers} Papers`;
}

async function themesToLeave(services: Services, keys: readonly string[], title: string): Promise<readonly string[]> {
  const themes = (await services.library.engine.themes()).filter(
    (theme) => theme.id !== otherId && keys.some((key) => theme.keys.includes(key)),
  );
  if (themes.length === 0) throw new ExpectedError('These papers are in no theme: "Add to Theme…" puts them into one.');
  const [only] = themes;
  if (themes.length === 1 && only !== undefined) return [only.id];
  return (await chooseSeveral(themes, title, 'Themes to take the papers out of')) ?? [];
}

/** `undefined` when the user leaves. */
async function papersFor(
  services: Services,
  args: readonly unknown[],
  title: string,
): Promise<readonly string[] | undefined> {
  await services.library.load();
  const given = await keysOfRows(services, args, 'papers and groups');
  const keys = given.length > 0 ? given : await choosePapers(services, { title, many: true });
  return keys === undefined || keys.length === 0 ? undefined : keys;
}

/** Whether an argument is what an extension passes, not a row of the tree. */
function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('kind' in value);
}
