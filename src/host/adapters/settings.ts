import * as vscode from 'vscode';
import type { SyntaxOverride } from '../../core/citations/syntaxOverrides.ts';
import { syntaxNames } from '../../core/citations/syntaxes.ts';
import { settingDefaults, settingIds, settingsSection } from '../ids.ts';
import { cslSettingIds, readCslSettings, type CslSettings } from './cslSettings.ts';
import { insidePath } from './insidePath.ts';
import { checkSettingIds, readCheckSettings, type CheckSettings } from './checkSettings.ts';

/** What the user can set for the whole window, checked. */
export interface Settings {
  /** Paper files besides those that the globs find: paths, absolute or relative to the first workspace folder, or URIs. */
  readonly additionalFiles: readonly string[];
  /** Larger paper files are not read. */
  readonly maxFileBytes: number;
  /** More papers of one file are left out. */
  readonly maxPapersPerFile: number;
  /** The papers for a paragraph follow the cursor. */
  readonly followCursor: boolean;
  /** The tree follows the reader. */
  readonly followReader: boolean;
  /** The reader follows the cursor. */
  readonly readerFollowsCursor: boolean;
  /** How documents of some languages and globs write citations, where it is not as usual. */
  readonly citationSyntax: readonly SyntaxOverride[];
  /** Papers are offered where a citation is typed. */
  readonly completesCitations: boolean;
  /** A citation tells of its paper when the pointer rests on it. */
  readonly hoversCitations: boolean;
  /** Citations are formatted in VS Code's preview of Markdown. */
  readonly previewsCitations: boolean;
  /** A citation that is inserted in a key replaces it. */
  readonly replacesKeys: boolean;
  /** Pasted identifiers of papers are offered as citations. */
  readonly pastesCitations: boolean;
  /** Citations lead to the DOI or the arXiv page of their paper. */
  readonly linksCitations: boolean;
  /** Paper files have an outline. */
  readonly outlinesPaperFiles: boolean;
  /** Paper files say how often each entry is cited. */
  readonly countsCitations: boolean;
  /** How entries are put into a bibliography. */
  readonly entries: { readonly sorted: boolean; readonly abstract: boolean };
  /** How citations are checked. */
  readonly checks: CheckSettings;
  readonly csl: CslSettings;
}

/** What the user can set for each workspace folder, checked. */
export interface FolderSettings {
  /** Globs of paper files, relative to the folder. At least one. */
  readonly files: readonly string[];
  /** Folder of the notes, relative to the workspace folder, `/`-separated, without `..`. */
  readonly notesFolder: string;
  readonly noteTemplate: NoteTemplate;
}

/** What new notes begin with: the text itself, or a file relative to the workspace folder, without `..`. */
export type NoteTemplate =
  { readonly text: string; readonly file?: undefined } | { readonly text?: undefined; readonly file: string };

type Defaults = typeof settingDefaults;
/** Settings that are on or off. */
type FlagId = { [Id in keyof Defaults]: Defaults[Id] extends boolean ? Id : never }[keyof Defaults];

/** Settings that change nothing about which papers there are. */
const viewSettings: ReadonlySet<string> = new Set([
  settingIds.followCursor,
  settingIds.followReader,
  settingIds.readerFollowsCursor,
  settingIds.citationSyntax,
  settingIds.completesCitations,
  settingIds.hoversCitations,
  settingIds.replacesKeys,
  settingIds.pastesCitations,
  settingIds.linksCitations,
  settingIds.previewsCitations,
  settingIds.outlinesPaperFiles,
  settingIds.countsCitations,
  settingIds.entryOrder,
  settingIds.writesAbstracts,
  ...checkSettingIds,
  ...cslSettingIds,
]);

const megabyte = 1024 * 1024;

/** Reads all settings at once. A value of the wrong shape is named in the log and its default taken. */
export class SettingsReader implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #viewChanged = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #current: Settings;

  /** A setting that says what is read or where notes are changed, for the window or a folder. */
  readonly onDidChange = this.#changed.event;
  /** A setting changed that only says what is shown, or how documents cite. */
  readonly onDidChangeView = this.#viewChanged.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#current = this.#read();
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(settingsSection)) return;
      this.#current = this.#read();
      const changed = Object.values(settingIds).filter((id) => event.affectsConfiguration(`${settingsSection}.${id}`));
      if (changed.some((id) => viewSettings.has(id))) this.#viewChanged.fire();
      if (changed.some((id) => !viewSettings.has(id))) this.#changed.fire();
    });
  }

  get current(): Settings {
    return this.#current;
  }

  /** The settings as they hold in one workspace folder. */
  of(folder: vscode.WorkspaceFolder): FolderSettings {
    const section = vscode.workspace.getConfiguration(settingsSection, folder.uri);
    const files = parseStrings(section.get<unknown>(settingIds.files));
    const notesFolder = insidePath(section.get<unknown>(settingIds.notesFolder));
    const template = parseTemplate(section.get<unknown>(settingIds.noteTemplate));
    const globs = files !== undefined && files.length > 0 ? files : undefined;
    return Object.freeze({
      files: globs ?? this.#default(settingIds.files, 'must be a list of globs'),
      notesFolder: notesFolder ?? this.#default(settingIds.notesFolder, 'must be a path inside the workspace folder'),
      noteTemplate: template ?? {
        text: this.#default(
          settingIds.noteTemplate,
          'must be a text, or the path of a .md file in the workspace folder',
        ),
      },
    });
  }

  #read(): Settings {
    const section = vscode.workspace.getConfiguration(settingsSection);
    const additional = parseStrings(section.get<unknown>(settingIds.additionalFiles));
    const megabytes = parseCount(section.get<unknown>(settingIds.maxFileSize), 500);
    const papers = parseCount(section.get<unknown>(settingIds.maxPapersPerFile), 1_000_000);
    const syntax = parseSyntaxes(section.get<unknown>(settingIds.citationSyntax));
    if (syntax === undefined) {
      this.#default(settingIds.citationSyntax, `must give languages or globs one of ${syntaxNames.join(', ')}`);
    }
    return Object.freeze({
      additionalFiles: additional ?? this.#default(settingIds.additionalFiles, 'must be a list of paths'),
      maxFileBytes: (megabytes ?? this.#default(settingIds.maxFileSize, 'must be 1 to 500')) * megabyte,
      maxPapersPerFile: papers ?? this.#default(settingIds.maxPapersPerFile, 'must be 1 to 1,000,000'),
      followCursor: this.#flag(section, settingIds.followCursor),
      followReader: this.#flag(section, settingIds.followReader),
      readerFollowsCursor: this.#flag(section, settingIds.readerFollowsCursor),
      citationSyntax: syntax ?? [],
      completesCitations: this.#flag(section, settingIds.completesCitations),
      hoversCitations: this.#flag(section, settingIds.hoversCitations),
      replacesKeys: this.#flag(section, settingIds.replacesKeys),
      pastesCitations: this.#flag(section, settingIds.pastesCitations),
      linksCitations: this.#flag(section, settingIds.linksCitations),
      previewsCitations: this.#flag(section, settingIds.previewsCitations),
      outlinesPaperFiles: this.#flag(section, settingIds.outlinesPaperFiles),
      countsCitations: this.#flag(section, settingIds.countsCitations),
      entries: Object.freeze({
        sorted: this.#isSorted(section.get<unknown>(settingIds.entryOrder)),
        abstract: this.#flag(section, settingIds.writesAbstracts),
      }),
      checks: readCheckSettings(section, (id, why) => void this.#default(id, why)),
      csl: readCslSettings(section, (id, why) => void this.#default(id, why)),
    });
  }

  #isSorted(order: unknown): boolean {
    const isOrder = order === 'append' || order === 'sorted';
    return (isOrder ? order : this.#default(settingIds.entryOrder, 'must be "append" or "sorted"')) === 'sorted';
  }

  #flag(section: vscode.WorkspaceConfiguration, id: FlagId): boolean {
    const value = section.get<unknown>(id);
    return typeof value === 'boolean' ? value : this.#default(id, 'must be true or false');
  }

  #default<Id extends keyof typeof settingDefaults>(id: Id, why: string): (typeof settingDefaults)[Id] {
    this.#log.warn(`Setting ${settingsSection}.${id} ${why}; its default is used.`);
    return settingDefaults[id];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#viewChanged.dispose();
  }
}

function parseStrings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
  return texts.length === value.length ? texts : undefined;
}

/** More entries help nobody, and each is looked at for each document. */
const mostSyntaxes = 100;

function parseSyntaxes(value: unknown): readonly SyntaxOverride[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const read = entries.flatMap(([of, syntax]: readonly [string, unknown]) =>
    typeof syntax === 'string' && syntaxNames.includes(syntax) && of.trim() !== '' ? [{ of: of.trim(), syntax }] : [],
  );
  return read.length === entries.length && read.length <= mostSyntaxes ? read : undefined;
}

function parseCount(value: unknown, max: number): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= max ? Math.floor(value) : undefined;
}

/** One line that ends in `.md` is a path, anything else the template itself; blank: the default. */
function parseTemplate(value: unknown): NoteTemplate | undefined {
  if (typeof value !== 'string' || value.length > 100_000) return undefined;
  const path = value.trim();
  if (path === '') return { text: settingDefaults.noteTemplate };
  if (!/^[^\r\n]*\.md$/i.test(path)) return { text: value };
  const file = insidePath(path);
  return file === undefined ? undefined : { file };
}
