import * as vscode from 'vscode';
import { settingIds, settingsSection } from '../ids.ts';

/** Everything the user can set, checked. */
export interface Settings {
  /** Globs of paper files, relative to each workspace folder. At least one. */
  readonly files: readonly string[];
  /** Folder of the notes, relative to the workspace folder, `/`-separated, without `..`. */
  readonly notesFolder: string;
}

const defaults: Settings = Object.freeze({ files: ['**/*papers*.{txt,md}'], notesFolder: 'notes' });

/** Reads all settings at once. A value of the wrong shape is named in the log and its default taken. */
export class SettingsReader implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<Settings>();
  readonly #subscription: vscode.Disposable;
  #current: Settings;

  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#current = this.#read();
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(settingsSection)) return;
      this.#current = this.#read();
      this.#changed.fire(this.#current);
    });
  }

  get current(): Settings {
    return this.#current;
  }

  #read(): Settings {
    const section = vscode.workspace.getConfiguration(settingsSection);
    const files = parseGlobs(section.get<unknown>(settingIds.files));
    const notesFolder = parseFolder(section.get<unknown>(settingIds.notesFolder));
    if (files === undefined) this.#reject(settingIds.files, 'must be a list of globs');
    if (notesFolder === undefined) this.#reject(settingIds.notesFolder, 'must be a path inside the workspace folder');
    return Object.freeze({ files: files ?? defaults.files, notesFolder: notesFolder ?? defaults.notesFolder });
  }

  #reject(id: string, why: string): void {
    this.#log.warn(`Setting ${settingsSection}.${id} ${why}; its default is used.`);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function parseGlobs(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const globs = value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
  return globs.length === value.length && globs.length > 0 ? globs : undefined;
}

/** Only a path below the workspace folder: a workspace must not be able to send notes elsewhere. */
function parseFolder(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const segments = value
    .trim()
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  const absolute = /^([/\\]|[a-z]:)/i.test(value.trim());
  if (absolute || segments.length === 0 || segments.includes('..') || value.includes('\0')) return undefined;
  return segments.join('/');
}
