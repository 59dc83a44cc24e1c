import { plainMessage } from '../../../core/text/plainText.ts';
import type { Theme } from '../../../core/themes/theme.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { askForName, chooseSeveral, chooseTheme } from './chooseThemes.ts';
import { changeableThemes, textOfArgument, themesOfArguments } from './themeArguments.ts';

/** Renames a theme, the one it was called on or one that is asked for. `{ theme, label }` asks nothing. */
export async function renameTheme(services: Services, args: readonly unknown[]): Promise<void> {
  const themes = await changeableThemes(services);
  const theme = await themeFor(services, themes, args, 'Rename Theme');
  if (theme === undefined) return;
  const before = themes.find(({ id }) => id === theme)?.label;
  const others = themes.filter(({ id }) => id !== theme);
  const label = textOfArgument(args, 'label') ?? (await askForName(others, { title: 'Rename Theme', value: before }));
  if (label !== undefined) await services.themes.change({ kind: 'rename', theme, label });
}

/** Merges the themes it was called on, or asks which. `{ themes, into }` asks nothing. */
export async function mergeThemes(services: Services, args: readonly unknown[]): Promise<void> {
  const title = 'Merge Themes';
  const all = await changeableThemes(services);
  const given = themesOfArguments(services, args);
  let into = textOfArgument(args, 'into');
  let themes = given;
  if (into === undefined && given.length > 1) {
    into = await chooseTheme(
      all.filter(({ id }) => given.includes(id)),
      'Merge Themes: Which Name Stays?',
    );
  } else if (into === undefined) {
    into = given[0] ?? (await chooseTheme(all, title));
    if (into === undefined) return;
    const others = all.filter(({ id }) => id !== into);
    const name = all.find(({ id }) => id === into)?.label ?? '';
    themes = (await chooseSeveral(others, `${title} into "${plainMessage(name, 60)}"`, 'Themes that go into it')) ?? [];
  }
  const more = themes.filter((id) => id !== into);
  if (into !== undefined && more.length > 0) await services.themes.change({ kind: 'merge', themes: more, into });
}

/** Cuts a theme in two. */
export async function splitTheme(services: Services, args: readonly unknown[]): Promise<void> {
  const theme = await themeFor(services, await changeableThemes(services), args, 'Split Theme');
  if (theme !== undefined) await services.themes.change({ kind: 'split', theme });
}

/** Deletes the themes it was called on, or one that is asked for. It can be undone, so nothing is asked. */
export async function deleteTheme(services: Services, args: readonly unknown[]): Promise<void> {
  const given = themesOfArguments(services, args);
  const asked =
    given.length > 0 ? given : [await themeFor(services, await changeableThemes(services), args, 'Delete Theme')];
  const themes = asked.filter((theme) => theme !== undefined);
  await services.themes.change(themes.map((theme) => ({ kind: 'delete', theme })));
}

/** Pins themes to the top, or takes the pin off. */
export async function pinTheme(services: Services, args: readonly unknown[], pinned: boolean): Promise<void> {
  const title = pinned ? 'Pin Theme' : 'Unpin Theme';
  const given = themesOfArguments(services, args);
  let themes: readonly string[] = given;
  if (given.length === 0) {
    const open = (await changeableThemes(services)).filter((theme) => (theme.pinned === true) !== pinned);
    if (open.length === 0) throw new ExpectedError(pinned ? 'All themes are pinned.' : 'No theme is pinned.');
    const chosen = await chooseTheme(open, title);
    themes = chosen === undefined ? [] : [chosen];
  }
  await services.themes.change(themes.map((theme) => ({ kind: 'pin', theme, pinned })));
}

/** Makes the inferred themes anew. What the writer said of them holds. */
export async function regroupThemes({ library }: Services): Promise<void> {
  await library.load();
  await library.engine.regroupThemes();
  library.themesChanged();
}

/** The one theme a command is about; `undefined` when the user leaves. */
async function themeFor(
  services: Services,
  themes: readonly Theme[],
  args: readonly unknown[],
  title: string,
): Promise<string | undefined> {
  const [given, ...more] = themesOfArguments(services, args);
  if (more.length > 0) throw new ExpectedError(`"${title}" changes one theme at a time: select one.`);
  return given ?? chooseTheme(themes, title);
}
