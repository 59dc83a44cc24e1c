import { ProblemList } from '../../formats/problemList.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { shorten } from '../../text/plainText.ts';
import { otherId } from '../themeIds.ts';
import { noCuration, type Curation, type Likeness, type WrittenTheme } from './curation.ts';
import type { JsonMember, JsonNode, JsonObject } from './jsonTree.ts';
import { readJsonTree } from './jsonTree.ts';
import { cleanLabel } from './themeLabel.ts';

/** The one version there is. */
export const themesFileVersion = 1;

/** What was read of a themes file, and what is needed to write into it. */
export interface ThemesFile {
  readonly curation: Curation;
  readonly problems: readonly Problem[];
  /** `undefined` of a file that is not there, is empty, or cannot be read. */
  readonly root: JsonObject | undefined;
  /** Why nothing may be written into it, to stand after a colon. */
  readonly blocked: string | undefined;
}

/** Where git left two versions of some lines. */
const conflictMark = /^<{7}(?= |\r?$)/m;

/** What is read where there is no file. */
export const noThemesFile: ThemesFile = { curation: noCuration, problems: [], root: undefined, blocked: undefined };

const membersPerStep = 1_000;

/**
 * Reads the writer's themes. What cannot be understood is left out with a problem at its place. Linear, never throws; each
 * step takes a few milliseconds.
 */
export function* readThemesFile(text: string | undefined): Generator<void, ThemesFile, void> {
  if (text === undefined || text.replace(/^\uFEFF/, '').trim() === '') return noThemesFile;
  return yield* new Reader(text).read(text);
}

class Reader {
  readonly #lines: LineIndex;
  readonly #problems = new ProblemList();
  #blocked: string | undefined;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
  }

  *read(text: string): Generator<void, ThemesFile, void> {
    const conflict = conflictMark.exec(text);
    if (conflict !== null) {
      const { index } = conflict;
      return this.#damaged({ start: index, end: index + 7 }, 'a merge conflict is not resolved');
    }
    yield;
    const tree = yield* readJsonTree(text);
    if (!tree.ok) return this.#damaged(tree.error, tree.error.what);
    const root = tree.value;
    if (root.kind !== 'object') return this.#damaged(root, 'it is no object in braces');
    this.#checkVersion(root);
    const themes = yield* this.#section(root, 'themes', (member) => this.#theme(member));
    const papers = yield* this.#section(root, 'papers', (member) => this.#paper(member));
    return { curation: { themes, papers }, problems: this.#problems.all(), root, blocked: this.#blocked };
  }

  #damaged(place: { readonly start: number; readonly end: number }, what: string): ThemesFile {
    const line = this.#lines.positionAt(place.start).line + 1;
    this.#add('broken-themes', 'error', place, `The themes file cannot be read: ${what}. Your themes are not shown.`);
    const blocked = `in line ${line}, ${what}`;
    return { curation: noCuration, problems: this.#problems.all(), root: undefined, blocked };
  }

  #checkVersion(root: JsonObject): void {
    const member = root.members.findLast(({ name }) => name === 'version');
    const version = member?.value;
    if (version === undefined || (version.kind === 'value' && version.value === themesFileVersion)) return;
    this.#blocked ??= 'it is of another version of Paperside';
    const message = `Paperside reads version ${themesFileVersion} of the themes file, and writes nothing into another one. Update Paperside.`;
    this.#add('themes-version', 'error', version, message);
  }

  /** The last one of several members of a name counts, as JSON has it. */
  *#section<T>(
    root: JsonObject,
    name: string,
    read: (member: JsonMember) => T | undefined,
  ): Generator<void, ReadonlyMap<string, T>, void> {
    const found = new Map<string, T>();
    const sections = root.members.filter((member) => member.name === name);
    const section = sections.at(-1)?.value;
    if (section === undefined) return found;
    if (sections.length > 1) this.#block(section, `there is "${name}" twice`);
    if (section.kind !== 'object') {
      this.#block(section, `"${name}" is no object in braces`);
      return found;
    }
    const seen = new Set<string>();
    for (const [at, member] of section.members.entries()) {
      const id = member.name;
      if (seen.has(id)) this.#unclear(nameOf(member), `${quoted(id)} stands here twice: the last one counts.`);
      seen.add(id);
      const value = read(member);
      if (value === undefined) found.delete(id);
      else found.set(id, value);
      if (at % membersPerStep === membersPerStep - 1) yield;
    }
    return found;
  }

  #theme({ name, start, value }: JsonMember): WrittenTheme | undefined {
    if (name === otherId) {
      this.#unclear(nameOf({ name, start }), `"${otherId}" are the papers that fit no theme: choose another id.`);
      return undefined;
    }
    if (value.kind !== 'object') {
      this.#unclear(value, `The theme ${quoted(name)} is no object in braces and is left out.`);
      return undefined;
    }
    const field = (wanted: string): JsonNode | undefined =>
      value.members.findLast((member) => member.name === wanted)?.value;
    return {
      label: this.#label(name, field('label')),
      pinned: this.#flag('pinned', field('pinned')),
      deleted: this.#flag('deleted', field('deleted')),
      like: this.#likenesses(field('like')),
    };
  }

  #label(id: string, node: JsonNode | undefined): string | undefined {
    if (node === undefined) return undefined;
    const label = node.kind === 'value' && typeof node.value === 'string' ? cleanLabel(node.value) : '';
    if (label !== '') return label;
    this.#unclear(node, `The label of the theme ${quoted(id)} is no text: give it a name in quotes.`);
    return undefined;
  }

  #flag(name: string, node: JsonNode | undefined): boolean {
    if (node === undefined) return false;
    if (node.kind === 'value' && typeof node.value === 'boolean') return node.value;
    this.#unclear(node, `"${name}" is neither true nor false.`);
    return false;
  }

  #likenesses(node: JsonNode | undefined): readonly Likeness[] {
    if (node === undefined) return [];
    if (node.kind !== 'array') {
      this.#unclear(node, '"like" is no list of lists of keys.');
      return [];
    }
    return node.items.flatMap((item): Likeness[] => {
      if (item.kind === 'array') return [this.#texts(item, 'A paper is named by its key in quotes.')];
      return this.#texts(item, '"like" holds lists of keys, and ids of groups in quotes.').map((id) => id);
    });
  }

  #paper({ name, value }: JsonMember): readonly string[] | undefined {
    const isList = value.kind === 'array';
    const ids = this.#texts(value, `The paper ${quoted(name)} has a list of ids of themes, such as ["an-id"].`);
    // A line without any text in it is a mistake, not the wish that the paper is in no theme.
    return ids.length === 0 && !(isList && value.items.length === 0) ? undefined : ids;
  }

  /** The texts of a list, or the one text; each once. */
  #texts(node: JsonNode, otherwise: string): readonly string[] {
    const texts = new Set<string>();
    for (const item of node.kind === 'array' ? node.items : [node]) {
      if (item.kind === 'value' && typeof item.value === 'string') texts.add(item.value);
      else this.#unclear(item, otherwise);
    }
    return [...texts];
  }

  #block(node: JsonNode, what: string): void {
    const line = this.#lines.positionAt(node.start).line + 1;
    this.#blocked ??= `in line ${line}, ${what}`;
    this.#add('broken-themes', 'error', node, `Nothing is written into the themes file: ${what}.`);
  }

  #unclear(place: { readonly start: number; readonly end: number }, message: string): void {
    this.#add('unclear-theme', 'warning', place, message);
  }

  #add(
    code: ProblemCode,
    severity: Problem['severity'],
    { start, end }: { readonly start: number; readonly end: number },
    message: string,
  ): void {
    this.#problems.add({ code, severity, message, range: this.#lines.rangeOf(start, end) });
  }
}

function nameOf({ name, start }: Pick<JsonMember, 'name' | 'start'>): { readonly start: number; readonly end: number } {
  return { start, end: start + name.length + 2 };
}

function quoted(name: string): string {
  return `"${shorten(name, 60)}"`;
}
