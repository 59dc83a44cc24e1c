import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import { stagedExtension } from '../../support/extensionBuild.ts';
import { faultFiles, type FaultPlan } from '../hook/faultPlan.ts';
import { faultPapers } from './papers.ts';

/** Paperside as it is packaged, with the hook of `faultHook.ts` loaded before it. */
export interface FaultyExtension {
  readonly folder: string;
  /** Replaces what the hook is to do; `undefined`: nothing. */
  setPlan(plan: FaultPlan | undefined): void;
  readonly operationsLog: string;
}

/**
 * Installs one in a folder of extensions, which is made. Installed, not loaded from its folder as one that is being developed: VS Code
 * starts no second extension host in a window for development.
 */
export async function installFaultyExtension(extensions: string): Promise<FaultyExtension> {
  const name = 'paperside.paperside-0.1.0';
  const folder = path.join(extensions, name);
  cpSync(stagedExtension, folder, { recursive: true });
  const dist = path.join(folder, 'dist');
  renameSync(path.join(dist, 'extension.js'), path.join(dist, 'realExtension.js'));
  writeFileSync(
    path.join(dist, 'extension.js'),
    "require('./faultHook.js');\nmodule.exports = require('./realExtension.js');\n",
  );
  addKeys(path.join(folder, 'package.json'));
  await bundle('faultHook.ts', path.join(dist, 'faultHook.js'));
  register(extensions, name, { id: 'paperside.paperside', version: '0.1.0' });
  const { plan: planFile, operations } = faultFiles(folder);
  return {
    folder,
    operationsLog: operations,
    setPlan(plan) {
      if (plan === undefined) rmSync(planFile, { force: true });
      else {
        // In one step: the host reads it at any time.
        writeFileSync(`${planFile}.new`, JSON.stringify(plan));
        renameSync(`${planFile}.new`, planFile);
      }
    },
  };
}

/** The key that opens a paper by its place among the papers of the workspace. */
export function openingKey(index: number): string {
  return `Control+Alt+F${index + 1}`;
}

/** The key that opens the note of a paper in a text editor. */
export function fileKey(index: number): string {
  return `Control+Shift+F${index + 1}`;
}

/** The key that shows all messages: those with a choice leave the screen after twelve seconds. */
export const messagesKey = 'Control+Alt+F10';
/** The key of "Recover Notes…". */
export const recoverKey = 'Control+Alt+F12';
/** The key that gives up what was typed into a text editor. */
export const revertKey = 'Control+Alt+F11';

const manifestSchema = v.looseObject({ contributes: v.looseObject({ keybindings: v.array(v.unknown()) }) });

/** A key of Playwright as a manifest writes it. */
function written(key: string): string {
  return key.replace('Control', 'ctrl').toLowerCase();
}

/** One key press instead of a walk through the palette: a run opens hundreds of windows. */
function addKeys(manifestFile: string): void {
  const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(manifestFile, 'utf8')));
  manifest.contributes.keybindings.push(
    ...faultPapers.map(({ key }, index) => ({
      command: 'paperside.openPaper',
      key: written(openingKey(index)),
      args: { key },
    })),
    ...faultPapers.map(({ key }, index) => ({
      command: 'paperside.openNote',
      key: written(fileKey(index)),
      args: { key },
    })),
    { command: 'workbench.action.files.revert', key: written(revertKey) },
    { command: 'paperside.recoverNotes', key: written(recoverKey) },
    { command: 'notifications.showList', key: written(messagesKey) },
  );
  writeFileSync(manifestFile, JSON.stringify(manifest));
}

/** Installs, beside Paperside, the extension of `facts.ts`. Before the first window opens. */
export async function installFacts(paperside: string): Promise<void> {
  const extensions = path.dirname(paperside);
  const name = 'paperside-tests.facts-0.0.1';
  const folder = path.join(extensions, name);
  const manifest = {
    name: 'facts',
    publisher: 'paperside-tests',
    version: '0.0.1',
    engines: { vscode: '^1.103.0' },
    main: './facts.js',
    activationEvents: ['onStartupFinished'],
    extensionKind: ['workspace'],
  };
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await bundle('facts.ts', path.join(folder, 'facts.js'));
  register(extensions, name, { id: 'paperside-tests.facts', version: '0.0.1' });
}

/** Bundles a file of `hook` for the extension host. */
async function bundle(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, '../hook', source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'warning',
  });
}

/** Adds an extension to the list of those installed. */
function register(
  extensions: string,
  folder: string,
  { id, version }: { readonly id: string; readonly version: string },
): void {
  const list = path.join(extensions, 'extensions.json');
  const installed = existsSync(list) ? v.parse(v.array(v.unknown()), JSON.parse(readFileSync(list, 'utf8'))) : [];
  const location = { $mid: 1, path: path.join(extensions, folder), scheme: 'file' };
  const entry = { identifier: { id }, version, location, relativeLocation: folder };
  writeFileSync(list, JSON.stringify([...installed, entry]));
}
