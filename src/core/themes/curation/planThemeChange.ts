import type { Halves } from '../halves.ts';
import { labelThemes } from '../labels.ts';
import type { PaperText } from '../paperText.ts';
import { otherId } from '../themeIds.ts';
import { isGroupId, isOwn } from './claimThemes.ts';
import { CurationDraft, likenessesOf, type CurationState } from './curationDraft.ts';
import type { Likeness } from './curation.ts';
import type { ShownTheme } from './listThemes.ts';
import type { ThemeChange } from './themeChange.ts';
import { cleanLabel, freeLabel } from './themeLabel.ts';
import type { ThemesFileChanges } from './themesFileEdits.ts';

/** What a change starts from, and who cuts papers in two. */
export interface PlanPorts extends CurationState {
  halvesOf(keys: readonly string[]): Generator<void, Halves, void>;
}

/** The lines that a change writes; or one sentence why it cannot be made. */
export type LinesPlan =
  | { readonly ok: true; readonly lines: ThemesFileChanges; readonly theme?: string | undefined }
  | { readonly ok: false; readonly error: string };

/**
 * Works out what a correction of the themes writes into their file. Changes nothing. Linear but for a split; each step
 * takes a few milliseconds.
 */
export function* planThemeChange(change: ThemeChange, ports: PlanPorts): Generator<void, LinesPlan, void> {
  try {
    const planner = new Planner(ports);
    yield;
    const theme = change.kind === 'split' ? yield* planner.split(change.theme) : planner.plan(change);
    return { ok: true, lines: planner.draft, theme };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.message };
    throw error;
  }
}

/** Leaves a plan that cannot be made, from wherever that is found out. Never leaves this file. */
class Refusal extends Error {}

class Planner {
  readonly draft: CurationDraft;
  readonly #ports: PlanPorts;

  constructor(ports: PlanPorts) {
    this.#ports = ports;
    this.draft = new CurationDraft(ports);
  }

  /** Gives the id of the theme that the change makes. */
  plan(change: Exclude<ThemeChange, { readonly kind: 'split' }>): string | undefined {
    switch (change.kind) {
      case 'put':
        return this.#put(change.keys, change.into, change.from);
      case 'takeOut':
        return this.#takeOut(change.keys, change.from);
      case 'create':
        return this.#create(change.label, change.keys);
      case 'rename':
        return this.#rename(change.theme, change.label);
      case 'merge':
        return this.#merge(change.themes, change.into);
      case 'delete':
        return this.#delete(change.theme);
      case 'pin':
        return this.#pin(change.theme, change.pinned);
    }
  }

  /** Cuts a theme in two, and gives the id of the new one. */
  *split(id: string): Generator<void, string, void> {
    const theme = this.#theme(id, 'split');
    const label = this.#labelOf(id);
    const keys = this.#ports.curated.themes.find((one) => one.id === id)?.keys ?? [];
    const [first, second] = yield* this.#ports.halvesOf(keys);
    if (first.length === 0 || second.length === 0) {
      throw new Refusal(`"${label}" cannot be split: nothing tells its papers apart.`);
    }
    const [stays, moves] = second.length > first.length ? [second, first] : [first, second];
    const newId = this.draft.create(yield* this.#nameOfHalf(moves, stays, label));
    this.draft.write(theme);
    for (const key of moves) {
      this.draft.place(
        key,
        this.draft.idsOf(key).map((one) => (one === id ? newId : one)),
      );
    }
    return newId;
  }

  /** By what its papers say beside the other half. */
  *#nameOfHalf(moves: readonly string[], stays: readonly string[], label: string): Generator<void, string, void> {
    const texts = new Map(this.#ports.shelf.papers.map((paper): [string, PaperText] => [paper.key, paper]));
    const halves = [moves, stays].map((keys) => keys.flatMap((key) => texts.get(key) ?? []));
    const [named] = yield* labelThemes(halves, [label]);
    const name = cleanLabel(named?.label ?? '');
    return freeLabel(name === '' ? label : name, this.draft.takenLabels());
  }

  #put(keys: readonly string[], into: string, from: string | undefined): undefined {
    const target = this.#holderOf(into);
    const holder = from === undefined ? undefined : this.#holderOf(from);
    const source = holder === target ? undefined : holder;
    for (const key of this.#papers(keys)) {
      const before = this.draft.idsOf(key);
      const isMove = source !== undefined && before.includes(source);
      const next = isMove ? before.map((id) => (id === source ? target : id)) : [...before, target];
      // "Other" is where no theme is: who is put there leaves the theme it came from, or all.
      const ids = target !== otherId ? next : isMove ? before.filter((id) => id !== source) : [];
      this.#place(key, before, ids);
    }
  }

  #takeOut(keys: readonly string[], from: string): undefined {
    const source = this.#holderOf(from);
    for (const key of this.#papers(keys)) {
      const before = this.draft.idsOf(key);
      this.#place(
        key,
        before,
        before.filter((id) => id !== source),
      );
    }
  }

  #place(key: string, before: readonly string[], ids: readonly string[]): void {
    const next = [...new Set(ids)];
    if (next.length !== before.length || next.some((id, at) => id !== before[at])) this.draft.place(key, next);
  }

  #create(text: string, keys: readonly string[]): string {
    const label = this.#label(text);
    const papers = keys.length === 0 ? [] : this.#papers(keys);
    const id = this.draft.create(label);
    for (const key of papers) {
      const before = this.draft.idsOf(key);
      // The writer's word takes the place of a guess, and stands beside what the files say and what was written before.
      const stays = this.draft.hasLine(key) ? before : before.filter((theme) => this.#isOfFiles(theme));
      this.draft.place(key, [id, ...stays]);
    }
    return id;
  }

  #rename(id: string, text: string): undefined {
    const theme = this.#theme(id, 'renamed');
    const label = this.#label(text, id);
    if (label !== this.#labelOf(id)) this.draft.write(theme, { label });
  }

  #merge(ids: readonly string[], into: string): undefined {
    const target = this.#theme(into, 'merged');
    const sources = [...new Set(ids)].filter((id) => id !== into).map((id) => this.#theme(id, 'merged'));
    if (sources.length === 0) throw new Refusal('Choose at least two themes to merge.');
    const own = new Set<Likeness>(likenessesOf(target));
    const more = sources.flatMap(likenessesOf).filter((like) => !own.has(like));
    const like = [...new Set([...own, ...more])].filter((item) => item !== target.id);
    this.draft.write(target, more.length === 0 ? {} : { like });
    for (const { id, written } of sources) if (written !== undefined) this.draft.themes.set(id, undefined);
    this.draft.replaceEverywhere(new Set(sources.map(({ id }) => id)), into);
  }

  #delete(id: string): undefined {
    const theme = this.#theme(id, 'deleted');
    if (theme.written !== undefined && isOwn(id, theme.written)) this.draft.themes.set(id, undefined);
    else this.draft.write(theme, { deleted: true });
    this.draft.replaceEverywhere(new Set([id]), undefined);
  }

  #pin(id: string, pinned: boolean): undefined {
    const theme = this.#theme(id, 'pinned');
    if ((theme.written?.pinned === true) !== pinned) this.draft.write(theme, { pinned });
  }

  /** The papers there are, by their keys. */
  #papers(keys: readonly string[]): readonly string[] {
    const found = [...new Set(keys.flatMap((key) => this.#ports.shelf.resolve(key) ?? []))];
    if (found.length === 0) throw new Refusal('The papers are no longer in the library.');
    return found;
  }

  #label(text: string, own?: string): string {
    const label = cleanLabel(text);
    const refusal = this.draft.refusalOf(label, own);
    if (refusal !== undefined) throw new Refusal(refusal);
    return label;
  }

  #labelOf(id: string): string {
    return this.#ports.curated.themes.find((theme) => theme.id === id)?.label ?? id;
  }

  #isOfFiles(id: string): boolean {
    return this.#ports.curated.shown.get(id)?.made.some((theme) => isGroupId(theme.id)) === true;
  }

  /** A theme to put papers into or take them from: of a part the theme that it is in, since parts follow the papers. */
  #holderOf(id: string): string {
    const { themes, shown } = this.#ports.curated;
    if (shown.has(id)) return id;
    const holder = themes.find(({ parts = [] }) => parts.some((part) => part.id === id));
    if (holder === undefined) throw new Refusal('The theme is no longer there.');
    return holder.id;
  }

  /** A theme that is to be changed as such. */
  #theme(id: string, done: string): ShownTheme {
    const { themes, shown } = this.#ports.curated;
    const theme = shown.get(id);
    if (id === otherId)
      throw new Refusal(`The papers that fit no theme cannot be ${done}: make a theme of some first.`);
    if (theme !== undefined) return theme;
    for (const { label, parts = [] } of themes) {
      const part = parts.find((one) => one.id === id);
      if (part === undefined) continue;
      throw new Refusal(
        `"${part.label}" is a part of "${label}" and cannot be ${done}: make a theme of its papers first.`,
      );
    }
    throw new Refusal('The theme is no longer there.');
  }
}
