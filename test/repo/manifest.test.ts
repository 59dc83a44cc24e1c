import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citingLanguages } from '../../src/core/citations/syntaxes.ts';
import { defaultNoteTemplate } from '../../src/core/notes/noteTemplate.ts';
import {
  commandIds,
  containerId,
  contextKeys,
  readerViewType,
  settingDefaults,
  settingIds,
  settingsSection,
  submenuIds,
  treeItemKinds,
  viewIds,
} from '../../src/host/ids.ts';
import { installedVersion, manifest, manifestText } from './support/manifest.ts';
import { repositoryRoot } from './support/repository.ts';

const { contributes } = manifest;
const menuEntries = Object.values(contributes.menus).flat();
const welcomes = contributes.viewsWelcome;
const settings = Object.entries(contributes.configuration.properties);

/** Every `when` and `enablement` clause of the manifest. */
const clauses = [...menuEntries, ...contributes.keybindings, ...welcomes, ...contributes.commands].flatMap((entry) =>
  [entry.when, entry.enablement].filter((clause) => clause !== undefined),
);

/** Commands of VS Code itself that the manifest names. */
const builtInCommands = ['vscode.openFolder', 'workbench.action.openSettings'];

function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Every first group that a pattern finds in any clause. */
function namedInClauses(pattern: RegExp): readonly string[] {
  return sorted(clauses.flatMap((clause) => [...clause.matchAll(pattern)].map((match) => match[1] ?? '')));
}

describe('package.json and ids.ts say the same', () => {
  test('commands', () => {
    expect(sorted(contributes.commands.map(({ command }) => command))).toEqual(sorted(Object.values(commandIds)));
  });

  test('no command is declared twice', () => {
    expect(new Set(contributes.commands.map(({ command }) => command)).size).toBe(contributes.commands.length);
  });

  test('view container and views', () => {
    expect(contributes.viewsContainers.activitybar.map(({ id }) => id)).toEqual([containerId]);
    expect(Object.keys(contributes.views)).toEqual([containerId]);
    const declared = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id));
    expect(sorted(declared)).toEqual(sorted(Object.values(viewIds)));
  });

  test('settings', () => {
    const known = Object.values(settingIds).map((id) => `${settingsSection}.${id}`);
    expect(sorted(settings.map(([id]) => id))).toEqual(sorted(known));
  });

  test('the default of every setting', () => {
    const declared = settings.map(([id, setting]) => [id, setting.default]);
    const known = Object.entries(settingDefaults).map(([id, value]) => [`${settingsSection}.${id}`, value]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(known));
  });

  test('the template that is taken where the one of the setting cannot be read', () => {
    expect(defaultNoteTemplate).toBe(settingDefaults.noteTemplate);
  });

  test('submenus', () => {
    const ids = sorted(Object.values(submenuIds));
    expect(sorted(contributes.submenus.map(({ id }) => id))).toEqual(ids);
    expect(sorted(menuEntries.flatMap(({ submenu }) => (submenu === undefined ? [] : [submenu])))).toEqual(ids);
    for (const id of ids) expect(Object.keys(contributes.menus)).toContain(id);
  });

  test('context keys of clauses', () => {
    const leftSides = clauses.map((clause) => clause.replaceAll(/[!=]=\s*\S+/g, ''));
    const named = leftSides.flatMap((clause) => clause.match(/(?<!\bconfig\.)\bpaperside\.[\w.]+/g) ?? []);
    expect(sorted(named)).toEqual(sorted(Object.values(contextKeys)));
  });

  test('settings of clauses', () => {
    const named = namedInClauses(/\bconfig\.([\w.]+)/g);
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(settings.map(([known]) => known)).toContain(id);
  });

  test('views and tree items of clauses', () => {
    expect(namedInClauses(/\bview == ([\w.]+)/g)).toEqual(sorted(Object.values(viewIds)));
    for (const kind of namedInClauses(/\bviewItem == (\w+)/g)) expect(Object.values(treeItemKinds)).toContain(kind);
  });

  test('what wakes the extension up: its webviews, and a document in which one may cite', () => {
    expect(manifest.activationEvents).toContain(`onWebviewPanel:${readerViewType}`);
    const languages = manifest.activationEvents.flatMap((event) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
    expect(sorted(languages)).toEqual(sorted(citingLanguages));
  });
});

describe('commands', () => {
  const declared = contributes.commands.map(({ command }) => command);

  test.each(contributes.commands)('$command has a title and a category', ({ title, category, icon }) => {
    expect(title).toMatch(/^\S.*\S$/);
    expect(category).toBe('Paperside');
    if (icon !== undefined) expect(icon).toMatch(/^\$\([a-z-]+\)$/);
  });

  test('everything in menus and key bindings exists', () => {
    const entries = [...menuEntries, ...contributes.keybindings].map(({ command }) => command);
    const used = entries.filter((command) => command !== undefined);
    expect(used.length).toBeGreaterThan(0);
    for (const command of used) expect(declared).toContain(command);
  });

  test('every button of a tree row or title bar has an icon', () => {
    const buttons = menuEntries.filter(({ group }) => group?.startsWith('inline') || group?.startsWith('navigation'));
    const withoutIcon = contributes.commands.filter(({ icon }) => icon === undefined).map(({ command }) => command);
    for (const { command } of buttons) expect(withoutIcon).not.toContain(command);
  });

  test('links in welcome views run commands that exist', () => {
    const contents = welcomes.map((welcome) => welcome.contents).join('\n');
    const linked = [...contents.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
    expect(linked.length).toBeGreaterThan(0);
    for (const command of linked) expect([...declared, ...builtInCommands]).toContain(command);
  });

  test('every key binding names a key for macOS and a condition', () => {
    for (const binding of contributes.keybindings) {
      expect(binding.key).toMatch(/^[a-z0-9+]+$/);
      expect(binding.mac).toMatch(/^[a-z0-9+]+$/);
      expect(binding.when).toBeDefined();
    }
  });
});

describe('settings', () => {
  test.each(settings)('%s has a type, a default of that type and a description', (_id, setting) => {
    expect(['array', 'string', 'boolean', 'number', 'integer', 'object']).toContain(setting.type);
    expect(typeOf(setting.default)).toBe(setting.type === 'integer' ? 'number' : setting.type);
    expect((setting.markdownDescription ?? setting.description ?? '').length).toBeGreaterThan(20);
    expect(setting.scope).toBeDefined();
  });

  test.each(settings)('%s stands in the README with its default', (id, setting) => {
    const row = readFileSync(join(repositoryRoot, 'README.md'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\` `));
    expect(row?.replaceAll(' ', '')).toContain(`|\`${JSON.stringify(setting.default).replaceAll(' ', '')}\`|`);
  });

  test('those a workspace may not set untrusted exist', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    for (const id of restricted) expect(Object.keys(contributes.configuration.properties)).toContain(id);
  });
});

describe('versions and files', () => {
  test('the engine is the API that the types describe', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode'] ?? ''}`);
    expect(manifest.engines.vscode).toBe(`^${installedVersion('@types/vscode')}`);
  });

  test('dependencies are pinned', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('named icons exist', () => {
    const icons = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
    ];
    for (const icon of icons) expect(existsSync(join(repositoryRoot, icon)), icon).toBe(true);
  });

  test('localisation keys resolve', () => {
    const used = [...manifestText.matchAll(/"%([^"%]+)%"/g)].map((match) => match[1] ?? '');
    const table = join(repositoryRoot, 'package.nls.json');
    const known = existsSync(table) ? [...readFileSync(table, 'utf8').matchAll(/^\s*"([^"]+)":/gm)] : [];
    expect(sorted(known.map((match) => match[1] ?? ''))).toEqual(sorted(used));
  });
});

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
