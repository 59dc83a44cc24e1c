/** By what a written theme is told among those that are made: the id of a group of files, or keys of central papers. */
export type Likeness = string | readonly string[];

/** A theme as the writer's file has it. */
export interface WrittenTheme {
  /** As it is shown, one line; `undefined` where the file gives no usable one. */
  readonly label: string | undefined;
  readonly pinned: boolean;
  /** Not shown: its papers go where they fit else. */
  readonly deleted: boolean;
  /** The themes that it stands for; none for one that the writer made. */
  readonly like: readonly Likeness[];
}

/** What the writer says of the themes, stronger than everything. */
export interface Curation {
  /** By id, in the order of the file. */
  readonly themes: ReadonlyMap<string, WrittenTheme>;
  /** By key or alias: ids of exactly the themes a paper stands in, strongest first; none puts it in "Other". */
  readonly papers: ReadonlyMap<string, readonly string[]>;
}

/** Nothing corrected. */
export const noCuration: Curation = { themes: new Map(), papers: new Map() };
