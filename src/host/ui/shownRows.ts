import { sameMarks, type PaperMarks } from '../../core/marks/paperMarks.ts';
import type { NamedPaper } from '../../core/readingLists.ts';

interface ShownRow<Node> {
  readonly node: Node;
  readonly paper: NamedPaper;
  readonly marks: PaperMarks;
}

/** The rows of a tree with the marks they were drawn with, so that only those are drawn anew whose marks changed. */
export class ShownRows<Node> {
  readonly #marksOf: (paper: NamedPaper) => PaperMarks;
  readonly #rows = new Map<string, ShownRow<Node>>();

  constructor(marksOf: (paper: NamedPaper) => PaperMarks) {
    this.#marksOf = marksOf;
  }

  /** The marks to draw a row with, now. `id`: that of the row's tree item. */
  draw(id: string, node: Node, paper: NamedPaper): PaperMarks {
    const marks = this.#marksOf(paper);
    this.#rows.set(id, { node, paper, marks });
    return marks;
  }

  /** Rows that are to be drawn anew, each told once. Some may have left the tree: VS Code passes over those. Linear. */
  takeChanged(): Node[] {
    const changed: Node[] = [];
    for (const [id, row] of this.#rows) {
      const marks = this.#marksOf(row.paper);
      if (sameMarks(marks, row.marks)) continue;
      this.#rows.set(id, { ...row, marks });
      changed.push(row.node);
    }
    return changed;
  }
}
