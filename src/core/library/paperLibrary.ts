import type { Paper, PaperRecord } from '../paper.ts';
import type { KeyClaims } from './assignKeys.ts';
import type { ContentHash } from './contentHash.ts';
import type { LibraryDiff } from './libraryDiff.ts';
import type { SourcedRecord } from './mergeRecords.ts';
import type { WorkFacts } from './paperIdentity.ts';
import { assignKeys } from './assignKeys.ts';
import { generatedKey, longerKeys } from './citationKey.ts';
import { usableFileKey } from './usableFileKey.ts';
import { contentHash } from './contentHash.ts';
import { mergeRecords, samePaper } from './mergeRecords.ts';
import { factsOf } from './paperIdentity.ts';
import { mergeAllFacts } from './workFacts.ts';
import { groupRecords } from './workGroups.ts';
import { workVersions } from './workVersions.ts';

/** A record with what is worked out of it once, when its file is set. */
interface Entry extends SourcedRecord {
  readonly facts: WorkFacts;
  readonly fileKey: string | undefined;
  readonly generatedKey: string;
}

type Work = readonly [Entry, ...Entry[]];

/**
 * All papers of the paper files: records of the same work merged, each under a key of its own. Files are set and
 * removed freely; nothing is seen of it before `commit`. Every commit is linear in the number of records.
 */
export class PaperLibrary {
  readonly #hash: ContentHash;
  readonly #files = new Map<string, readonly Entry[]>();
  #papers: readonly Paper[] = [];
  /** By key and by alias. */
  #byKey: ReadonlyMap<string, Paper> = new Map();

  /** `hash` is for tests that plant collisions. */
  constructor(hash: ContentHash = contentHash) {
    this.#hash = hash;
  }

  /** The records of a file, instead of those it had. */
  setFile(uri: string, records: readonly PaperRecord[]): void {
    const entries = records.map((record) => ({
      uri,
      record,
      facts: factsOf(record),
      fileKey: usableFileKey(record.key),
      generatedKey: generatedKey(record.title, this.#hash),
    }));
    this.#files.set(uri, entries.sort(byPlace));
  }

  /** The records of a file, in its order, as they were set last; the same list as long as nobody sets others. */
  recordsIn(uri: string): readonly SourcedRecord[] {
    return this.#files.get(uri) ?? [];
  }

  /** Forgets a file; unknown ones are ignored. */
  removeFile(uri: string): void {
    this.#files.delete(uri);
  }

  /**
   * Makes the files set so far the library and tells what changed since the last commit, each list in library order.
   * A paper that did not change stays the same object.
   */
  commit(): LibraryDiff {
    const before = this.#papers;
    const known = this.#byKey;
    this.#rebuild();
    const added: Paper[] = [];
    const changed: Paper[] = [];
    for (const paper of this.#papers) {
      const old = known.get(paper.key);
      if (old?.key !== paper.key) added.push(paper);
      else if (old !== paper) changed.push(paper);
    }
    const removed = before.filter(({ key }) => this.#byKey.get(key)?.key !== key);
    return { added, changed, removed };
  }

  /** The paper with this key or alias, as of the last commit. */
  get(key: string): Paper | undefined {
    return this.#byKey.get(key);
  }

  /** All papers in the order of files (by URI) and lines, by the first place of each, as of the last commit. */
  papers(): readonly Paper[] {
    return this.#papers;
  }

  get size(): number {
    return this.#papers.length;
  }

  #rebuild(): void {
    const entries = [...this.#files.keys()].sort().flatMap((uri) => this.#files.get(uri) ?? []);
    const facts = entries.map((entry) => entry.facts);
    const groups = groupRecords(facts);
    const works = worksOf(entries, groups);
    const versions = workVersions(facts, groups);
    const keys = assignKeys(works.map((work) => this.#claims(work)));
    const known = this.#byKey;
    const byKey = new Map<string, Paper>();
    this.#papers = works.map(([first, ...rest], index) => {
      const own = keys[index] ?? { key: first.generatedKey, aliases: [] };
      const others = versions.get(index)?.map((other) => keys[other]?.key ?? '');
      const merged = mergeRecords([first, ...rest], own, others);
      const old = known.get(merged.key);
      const paper = old !== undefined && samePaper(old, merged) ? old : merged;
      for (const key of [paper.key, ...paper.aliases]) byKey.set(key, paper);
      return paper;
    });
    this.#byKey = byKey;
  }

  #claims(work: Work): KeyClaims {
    const claims = { fileKeys: [] as string[], keylessKeys: [] as string[], keyedKeys: [] as string[] };
    for (const { fileKey, generatedKey: generated } of work) {
      if (fileKey !== undefined) claims.fileKeys.push(fileKey);
      (fileKey === undefined ? claims.keylessKeys : claims.keyedKeys).push(generated);
    }
    return { ...claims, longerKeys: () => longerKeys(titleOf(work), discriminator(work), this.#hash) };
  }
}

/** `groups` has one list of indexes for each work, none empty. */
function worksOf(entries: readonly Entry[], groups: readonly (readonly number[])[]): readonly Work[] {
  const works: Work[] = [];
  for (const [first, ...rest] of groups) {
    const entry = first === undefined ? undefined : entries[first];
    if (entry === undefined) continue;
    works.push([entry, ...rest.map((index) => entries[index]).filter((other) => other !== undefined)]);
  }
  return works;
}

/** One of its titles, whichever record comes first. */
function titleOf(work: Work): string {
  return work.reduce((best, entry) => (entry.generatedKey < best.generatedKey ? entry : best)).record.title;
}

/** What tells a work from another one of the same title, whichever record comes first. */
function discriminator(work: Work): string {
  const facts = mergeAllFacts(work.map((entry) => entry.facts));
  return facts?.doi ?? facts?.arxiv ?? `${String(facts?.year ?? '')} ${facts?.firstAuthor.join(' ') ?? ''}`;
}

function byPlace(a: Entry, b: Entry): number {
  const [from, to] = [a.record.range.start, b.record.range.start];
  return from.line - to.line || from.character - to.character;
}
