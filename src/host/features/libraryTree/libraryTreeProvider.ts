import * as vscode from 'vscode';
import type { GroupBy, GroupRow, GroupView } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import { paperTooltip } from '../../ui/paperTooltip.ts';
import { ShownRows } from '../../ui/shownRows.ts';
import { stretchesOf, type GroupNode, type StretchNode, type TreeNode } from './treeNodes.ts';
import { idOf, treeItem, type TreeState } from './treeItems.ts';

/** A filter that leaves at most so many papers shows them at once. */
const fewPapers = 30;
/** Up to so many papers in several groups are counted once each; of more the sum is close enough. */
const countedPapers = 200;

/** What a filter left. */
export interface Filtered {
  readonly filter: string;
  readonly papers: number;
}

/** Groups and their papers as VS Code asks for them. */
export class LibraryTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<TreeNode[] | undefined>());
  readonly #shown: ShownRows<TreeNode>;
  readonly #filtered = this.#store.add(new vscode.EventEmitter<Filtered>());
  /** Ids of what is open, also of what a filter hides: VS Code forgets rows that leave the tree. */
  readonly #open = new Set<string>();
  readonly #state: TreeState;
  #view: GroupView;

  readonly onDidChangeTreeData = this.#changed.event;
  /** The filter, or the library under it, has another answer. */
  readonly onDidFilter = this.#filtered.event;

  constructor(services: Services, groupBy: GroupBy) {
    this.#services = services;
    this.#view = { by: groupBy };
    this.#shown = new ShownRows((paper) => services.writerFacts.marksOf(paper));
    this.#state = {
      isAdded: (uri) => services.files.isAdded(uri),
      wasOpen: (id) => this.#open.has(id),
      marksOf: (id, node) => this.#shown.draw(id, node, node.row),
    };
    this.#store.add(services.writerFacts.onDidChange(() => this.#marksChanged()));
    this.#store.add(services.library.onDidChange(() => this.#changed.fire(undefined)));
  }

  /** Only the rows that look otherwise now, unless other papers may stand elsewhere, too. */
  #marksChanged(): void {
    const changed = this.#shown.takeChanged();
    if (goesByMarks(this.#view)) this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire(changed);
  }

  /** Shows the papers in other groups. */
  groupBy(by: GroupBy): void {
    this.#view = { ...this.#view, by };
    this.#changed.fire(undefined);
  }

  /** The query that papers must match to be shown; `''` for all of them. */
  get filter(): string {
    return this.#view.filter ?? '';
  }

  /** Shows only papers that a query finds; all of them for a blank one. */
  setFilter(query: string): void {
    const filter = query.trim() === '' ? undefined : query;
    if (filter === this.#view.filter) return;
    this.#view = { ...this.#view, filter };
    this.#changed.fire(undefined);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return this.#groups();
    if (node.kind === 'paper') return [];
    const stretches = node.kind === 'group' ? stretchesOf(node) : [];
    return stretches.length > 0 ? [...stretches] : this.#papers(node);
  }

  async #groups(): Promise<TreeNode[]> {
    const view = this.#view;
    const { by, filter } = view;
    const { library, writerFacts, guard } = this.#services;
    if (filter !== undefined) await writerFacts.tell();
    const groups = await library.engine.groups(view);
    const sum = groups.reduce((total, { count }) => total + count, 0);
    if (filter !== undefined) guard.background('count papers', () => this.#tellFiltered(view, filter, groups, sum));
    const open = filter !== undefined && sum <= fewPapers;
    return groups.map((group) => ({ kind: 'group', view, group, open, uri: by === 'source' ? group.id : undefined }));
  }

  /** A paper in two groups is one paper. */
  async #tellFiltered(view: GroupView, filter: string, groups: readonly GroupRow[], sum: number): Promise<void> {
    let papers = sum;
    if (groups.length > 1 && sum <= countedPapers) {
      const { engine } = this.#services.library;
      const rows = await Promise.all(groups.map(({ id }) => engine.groupPapers(view, id)));
      papers = new Set(rows.flat().map(({ key }) => key)).size;
    }
    if (view === this.#view) this.#filtered.fire({ filter, papers });
  }

  async #papers(parent: GroupNode | StretchNode): Promise<TreeNode[]> {
    const { view, group } = parent.kind === 'group' ? parent : parent.parent;
    const slice = parent.kind === 'stretch' ? { from: parent.from, to: parent.to } : undefined;
    const rows = await this.#services.library.engine.groupPapers(view, group.id, slice);
    return rows.map((row) => ({ kind: 'paper', key: row.key, source: row.source.uri, row, parent }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.#state);
  }

  /** The user, or VS Code itself, opened or closed a row. */
  opened(node: TreeNode, isOpen: boolean): void {
    if (node.kind === 'paper') return;
    if (isOpen) this.#open.add(idOf(node));
    else this.#open.delete(idOf(node));
  }

  /** The abstract and where the paper comes from, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'paper') return item;
    const paper = await this.#services.library.engine.paper(node.key);
    if (paper !== undefined) item.tooltip = paperTooltip(paper, this.#services.writerFacts.marksOf(paper));
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Whether groups, order or filter depend on what the writer does with papers. */
function goesByMarks({ by, sort, filter = '' }: GroupView): boolean {
  return by === 'state' || sort === 'cited' || /\b(?:is|has):/i.test(filter);
}
