import type { FrozenParts, Named } from './frozen.ts';
import type { PaperText } from './paperText.ts';
import type { Vectors } from './vectors.ts';
import { groupOrSettle } from './groupOrSettle.ts';
import type { TermWeights } from './lens.ts';
import { lensOf } from './lens.ts';
import { nameGroups, namesBefore } from './naming.ts';

/** A theme with fewer papers is read at a glance. */
const leastPapers = 80;
const papersInPart = 60;
const leastParts = 3;
const mostParts = 8;
/** Papers of a theme that Ward's method looks at, and titles read for the label of a part. */
const sample = 100;
/** Smaller parts than one in so many of an average one are not worth a look. */
const smallest = 3;
const labelSample = 60;
/** Of the papers that were in a part. */
const mayMove = 0.04;

/** A theme that may have parts. */
export interface Whole {
  readonly name: Named;
  readonly papers: readonly PaperText[];
  readonly vectors: Vectors;
  /** Positions of its papers in both, most central first. */
  readonly members: Uint32Array;
  readonly terms: TermWeights;
  /** Labels of all themes, and of the parts of others. */
  readonly labelsTaken: readonly string[];
  /** The parts that it had, and in which a paper (by position) was: -1 for none. */
  readonly before: { readonly names: readonly Named[]; readonly partOf: Int32Array } | undefined;
}

/** The parts of a theme and in which each of its members is: -1 for none. */
export interface Parted {
  readonly parts: FrozenParts;
  readonly partOf: Int32Array;
}

/** Parts of a large theme, told from each other; `undefined` for a small one, and where nothing tells its papers apart. */
export function* partTheme(whole: Whole, idsTaken: Set<string>): Generator<void, Parted | undefined, void> {
  const { members, before } = whole;
  if (members.length <= leastPapers) return undefined;
  const { lens, seen } = lensOf(whole.vectors, members, whole.terms);
  yield;
  const wanted = Math.max(leastParts, Math.min(mostParts, Math.round(members.length / papersInPart)));
  const was = Int32Array.from(members, (paper) => before?.partOf[paper] ?? -1);
  const old = was.filter((part) => part >= 0).length;
  const start =
    before === undefined || old * 2 < members.length
      ? undefined
      : { groupOf: was, groups: before.names.length, mayMove: Math.floor(old * mayMove) };
  const { groupOf, groups, centroids } = yield* groupOrSettle(seen, start, {
    groups: wanted,
    sample,
    smallest,
    most: wanted,
    halving: true,
  });
  if (new Set(groupOf.filter((part) => part >= 0)).size < 2) return undefined;
  const samples = Array.from({ length: groups }, (_, part) => titlesOf(whole, groupOf, part));
  const pairs = [...groupOf].map((part, at): [number, number] => [was[at] ?? -1, part]);
  const names = yield* nameGroups(
    {
      samples,
      before: namesBefore(pairs, groups, before?.names ?? []),
      labelsTaken: [whole.name.label, ...whole.labelsTaken],
      saidAlready: whole.name.label,
      idPrefix: `${whole.name.id} `,
    },
    idsTaken,
  );
  return { parts: { lens, centroids, names }, partOf: groupOf };
}

/** What the parts are labelled by. Titles only: reading all abstracts again would take as long as everything else. */
function titlesOf({ papers, members }: Whole, groupOf: Int32Array, part: number): PaperText[] {
  const titles: PaperText[] = [];
  for (const [at, paper] of members.entries()) {
    const text = papers[paper];
    if (groupOf[at] !== part || text === undefined) continue;
    titles.push({ key: text.key, title: text.title, abstract: '', keywords: text.keywords });
    if (titles.length === labelSample) break;
  }
  return titles;
}
