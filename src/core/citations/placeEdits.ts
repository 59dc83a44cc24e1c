import type { TextEdit } from '../text/position.ts';
import type { CitationCluster } from './citation.ts';
import { CitationSpacing } from './citationSpacing.ts';
import type { CitationWriter, WrittenItem } from './citationWriter.ts';
import type { SyntaxText } from './citationSyntax.ts';
import type { InsertionPlace } from './insertionPlace.ts';
import { besideCluster } from './write/clusterEdits.ts';

/** A place where citations can go. */
export type WritablePlace = Exclude<InsertionPlace, { kind: 'refused' }>;

/** A change of the text for some selections, and the keys that are to be read where it is made. */
export interface PlannedEdit extends TextEdit {
  readonly selections: readonly number[];
  readonly keys: readonly string[];
  /** How many keys give way to them. */
  readonly gone: number;
}

/** What works become at the places of one document. */
export class PlaceEdits {
  readonly #document: SyntaxText;
  readonly #writer: CitationWriter;
  readonly #items: readonly WrittenItem[];
  readonly #spacing: CitationSpacing;

  constructor(document: SyntaxText, writer: CitationWriter, items: readonly WrittenItem[]) {
    this.#document = document;
    this.#writer = writer;
    this.#items = items;
    this.#spacing = new CitationSpacing(document.syntax.id, document.text);
  }

  /** None when all of them are cited there already. */
  at(place: WritablePlace, selections: readonly number[]): readonly PlannedEdit[] {
    const edits = place.kind === 'new' ? this.#fresh(place.offset) : this.#inCluster(place);
    return edits.map(({ edit: { start, end, text }, keys, gone = 0 }) => ({
      start,
      end,
      text,
      keys,
      gone,
      selections,
    }));
  }

  #inCluster(place: Exclude<WritablePlace, { kind: 'new' }>): readonly EditOfKeys[] {
    const cluster = this.#document.scan.clusters[place.cluster];
    if (cluster === undefined) return [];
    const replaced = place.kind === 'replace' ? cluster.items[place.item] : undefined;
    const known = new Set(cluster.items.filter((item) => item !== replaced).map(({ key }) => key));
    const items = this.#items.filter(({ key }) => !known.has(key));
    if (replaced === undefined) return this.#added(items, cluster, place.item);
    const [first, ...others] = items;
    if (first === undefined || first.key === replaced.key) return this.#added(others, cluster, place.item);
    const edit = this.#writer.otherKey(first.key, cluster, place.item);
    if (edit === undefined) return [];
    return [{ edit, keys: [first.key], gone: 1 }, ...this.#added(others, cluster, place.item)];
  }

  /** Beside the cluster, where it takes no more. */
  #added(items: readonly WrittenItem[], cluster: CitationCluster, index: number): readonly EditOfKeys[] {
    if (items.length === 0) return [];
    const keys = items.map(({ key }) => key);
    const edit = this.#writer.further(items, cluster, index);
    if (edit !== undefined) return [{ edit: this.#endApart(edit, cluster), keys }];
    const written = this.#writer.cluster(items, 'bracketed');
    return written === undefined ? [] : [{ edit: this.#endApart(besideCluster(cluster, written), cluster), keys }];
  }

  /** What goes behind a cluster must not go on with what follows that. */
  #endApart(edit: TextEdit, cluster: CitationCluster): TextEdit {
    if (edit.start !== cluster.range.end) return edit;
    return { ...edit, text: edit.text + this.#spacing.after(edit.start) };
  }

  #fresh(offset: number): readonly EditOfKeys[] {
    const written = this.#writer.cluster(this.#items, 'bracketed');
    if (written === undefined) return [];
    const text = this.#spacing.before(offset, written) + written + this.#spacing.after(offset);
    const edit = { start: offset, end: offset, text };
    return [{ edit, keys: this.#items.map(({ key }) => key) }];
  }
}

interface EditOfKeys {
  readonly edit: TextEdit;
  readonly keys: readonly string[];
  readonly gone?: number;
}
