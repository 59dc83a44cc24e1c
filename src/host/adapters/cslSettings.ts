import type * as vscode from 'vscode';
import { isShippedStyle, type ShippedStyle } from '../../core/csl/shippedCsl.ts';
import { settingDefaults, settingIds } from '../ids.ts';
import { insidePath } from './insidePath.ts';

/** How references are formatted. */
export interface CslSettings {
  /** A style that is shipped, or the path of one below a workspace folder. */
  readonly style: { readonly shipped: ShippedStyle } | { readonly path: string };
  /** A language tag; `''`: the language of the text or of the style. */
  readonly language: string;
}

/** Settings of this shape that change nothing about which papers there are. */
export const cslSettingIds: readonly string[] = [settingIds.cslStyle, settingIds.cslLocale];

/** Reads these settings. `wrong` is told of each that has the wrong shape, and why; its default holds. */
export function readCslSettings(
  section: vscode.WorkspaceConfiguration,
  wrong: (id: keyof typeof settingDefaults, why: string) => void,
): CslSettings {
  const style = parseStyle(section.get<unknown>(settingIds.cslStyle));
  if (style === undefined) {
    wrong(settingIds.cslStyle, 'must be the name of a style, or the path of a .csl file in the workspace folder');
  }
  const locale = section.get<unknown>(settingIds.cslLocale);
  const language =
    typeof locale === 'string' && /^(?:[a-z]{2,3}(?:[-_]\w{2,8})*)?$/i.test(locale.trim()) ? locale : undefined;
  if (language === undefined) wrong(settingIds.cslLocale, 'must be a language such as de or pt-BR');
  return Object.freeze({
    style: style ?? { shipped: settingDefaults[settingIds.cslStyle] },
    language: (language ?? settingDefaults[settingIds.cslLocale]).trim(),
  });
}

function parseStyle(value: unknown): CslSettings['style'] | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.trim();
  if (isShippedStyle(name)) return { shipped: name };
  const path = /\.csl$/i.test(name) ? insidePath(name) : undefined;
  return path === undefined ? undefined : { path };
}
