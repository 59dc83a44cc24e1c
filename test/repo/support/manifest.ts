import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { repositoryRoot } from './repository.ts';

const text = v.string();
const clauses = { when: v.optional(text), enablement: v.optional(text) };
const versions = v.record(text, text);

const setting = v.object({
  type: text,
  default: v.unknown(),
  scope: v.optional(text),
  description: v.optional(text),
  markdownDescription: v.optional(text),
});

const contributes = v.object({
  viewsContainers: v.object({ activitybar: v.array(v.object({ id: text, title: text, icon: text })) }),
  views: v.record(text, v.array(v.object({ id: text, name: text, icon: text }))),
  viewsWelcome: v.array(v.object({ ...clauses, view: text, contents: text })),
  commands: v.array(
    v.object({ ...clauses, command: text, title: text, category: v.optional(text), icon: v.optional(text) }),
  ),
  submenus: v.array(v.object({ id: text, label: text })),
  menus: v.record(
    text,
    v.array(v.object({ ...clauses, command: v.optional(text), submenu: v.optional(text), group: v.optional(text) })),
  ),
  keybindings: v.array(v.object({ ...clauses, command: text, key: text, mac: v.optional(text) })),
  configuration: v.object({ properties: v.record(text, setting) }),
});

/** The parts of package.json that tests look at. */
const manifestSchema = v.object({
  version: text,
  icon: text,
  main: text,
  browser: text,
  engines: v.object({ vscode: text }),
  activationEvents: v.array(text),
  dependencies: versions,
  devDependencies: versions,
  capabilities: v.object({ untrustedWorkspaces: v.object({ restrictedConfigurations: v.array(text) }) }),
  contributes,
});

/** package.json as it is on disk. */
export const manifestText = readFileSync(join(repositoryRoot, 'package.json'), 'utf8');
export const manifest = v.parse(manifestSchema, JSON.parse(manifestText));

/** The version of an installed package. */
export function installedVersion(name: string): string {
  const file = join(repositoryRoot, 'node_modules', name, 'package.json');
  return v.parse(v.object({ version: text }), JSON.parse(readFileSync(file, 'utf8'))).version;
}
