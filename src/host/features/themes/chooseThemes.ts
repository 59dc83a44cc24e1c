import type * as vscode from 'vscode';
import { plainLabel, plainMessage, said } from '../../../core/text/plainText.ts';
import { cleanLabel, foldLabel } from '../../../core/themes/curation/themeLabel.ts';
import type { Theme } from '../../../core/themes/theme.ts';
import { askText, pickOne, pickSeveral } from '../../ui/inputs.ts';

interface ThemeItem extends vscode.QuickPickItem {
  /** `undefined` of the row that makes a new one. */
  readonly theme: string | undefined;
}

/** Asks for one theme; `undefined` when the user leaves. */
export async function chooseTheme(themes: readonly Theme[], title: string): Promise<string | undefined> {
  const picked = await pickOne(themes.map(itemOf), { title: said`${title}`, placeHolder: said`Theme` });
  return picked?.theme;
}

/** Asks for several themes; `undefined` when the user leaves. */
export async function chooseSeveral(
  themes: readonly Theme[],
  title: string,
  placeHolder: string,
): Promise<readonly string[] | undefined> {
  const picked = await pickSeveral(themes.map(itemOf), { title: said`${title}`, placeHolder: said`${placeHolder}` });
  return picked?.flatMap(({ theme }) => theme ?? []);
}

/** What was ticked: themes there are, and whether a new one is wanted. */
export interface TickedThemes {
  readonly themes: readonly string[];
  readonly wantsNew: boolean;
}

/** Asks in which themes papers are to stand; those of `ticked` are ticked. `undefined` when the user leaves. */
export async function tickThemes(
  themes: readonly Theme[],
  ticked: ReadonlySet<string>,
  title: string,
): Promise<TickedThemes | undefined> {
  const items: ThemeItem[] = themes.map((theme) => Object.assign(itemOf(theme), { picked: ticked.has(theme.id) }));
  items.push({ label: '$(add) New Theme…', alwaysShow: true, theme: undefined });
  const placeHolder = said`Tick the themes of the papers`;
  const picked = await pickSeveral(items, { title: said`${title}`, placeHolder });
  if (picked === undefined) return undefined;
  return {
    themes: picked.flatMap(({ theme }) => theme ?? []),
    wantsNew: picked.some(({ theme }) => theme === undefined),
  };
}

/** Asks for the name of a theme, other than those of `themes`; `undefined` when the user leaves. */
export function askForName(
  themes: readonly Theme[],
  options: { readonly title: string; readonly value?: string | undefined },
): Thenable<string | undefined> {
  const taken = new Set(themes.map(({ label }) => foldLabel(label)));
  const { title, value } = options;
  return askText({
    title: said`${title}`,
    prompt: said`Name of the theme`,
    value,
    validate(text) {
      const label = cleanLabel(text);
      if (label === '') return said`A theme needs a name.`;
      return taken.has(foldLabel(label)) ? said`There is a theme "${plainMessage(label, 60)}" already.` : undefined;
    },
  });
}

function itemOf({ id, label, keys, pinned }: Theme): ThemeItem {
  const count = keys.length === 1 ? '1 paper' : `${keys.length.toLocaleString('en')} papers`;
  return { label: plainLabel(label), description: pinned === true ? `${count} · pinned` : count, theme: id };
}
