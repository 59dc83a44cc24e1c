import * as vscode from 'vscode';
import type { GroupView } from '../../../engine/paperEngine.ts';
import { DeliveredRows } from '../../../core/rows/deliveredRows.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import { paperTooltip } from '../../ui/paperTooltip.ts';
import { ShownRows } from '../../ui/shownRows.ts';
import { groupTooltip } from './groupTooltip.ts';
import { OpenRows } from './openRows.ts';
import { contentsOf, printOf, stretchStart, type TreeContents } from './treeContents.ts';
import { treeItem, type TreeState } from './treeItems.ts';
import {
  TreeNodes,
  type Container,
  type GroupNode,
  type PaperNode,
  type StretchNode,
  type TreeNode,
} from './treeNodes.ts';

/** A filter that leaves at most so many papers shows them at once. */
const fewPapers = 30;

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
  readonly #filtered = this.#store.add(new vscode.EventEmitter<Filtered>());
  readonly #open: OpenRows;
  readonly #nodes = new TreeNodes();
  readonly #delivered = new DeliveredRows<GroupNode | StretchNode>();
  readonly #shown: ShownRows<TreeNode>;
  readonly #state: TreeState;
  #view: GroupView;
  /** How often the tree was made anew. */
  #made = 0;
  #isRefreshing = false;
  /** Something changed since the last look began. */
  #isStale = false;

  readonly onDidChangeTreeData = this.#changed.event;
  /** The filter, or the library under it, has another answer. */
  readonly onDidFilter = this.#filtered.event;

  constructor(services: Services, view: GroupView) {
    this.#services = services;
    this.#view = view;
    services.shownTree.set(view);
    this.#open = this.#store.add(new OpenRows(services.workspaceState));
    this.#shown = new ShownRows((paper) => services.writerFacts.marksOf(paper));
    this.#state = {
      isAdded: (uri) => services.files.isAdded(uri),
      wasOpen: (id) => this.#open.has(id),
      marksOf: (id, node) => this.#shown.draw(id, node, node.row),
    };
    this.#store.add(services.writerFacts.onDidChange(() => this.#marksChanged()));
    this.#store.add(services.library.onDidChange(() => this.#refresh()));
  }

  get view(): GroupView {
    return this.#view;
  }

  /** Shows other papers, in other groups or in another order. */
  show(change: Partial<GroupView>): void {
    this.#view = { ...this.#view, ...change };
    this.#services.shownTree.set(this.#view);
    if ('filter' in change) this.#services.lastSearch.set(change.filter);
    this.#makeAnew();
  }

  #makeAnew(): void {
    this.#made += 1;
    this.#nodes.clear();
    this.#delivered.clear();
    this.#changed.fire(undefined);
  }

  /** Only the rows that look otherwise now, and where other papers may stand. */
  #marksChanged(): void {
    const changed = this.#shown.takeChanged();
    if (changed.length > 0) this.#changed.fire(changed);
    if (goesByMarks(this.#view)) this.#refresh();
  }

  /** Tells VS Code of the rows that have something else under them. What changes meanwhile is looked at afterwards. */
  #refresh(): void {
    this.#isStale = true;
    if (!this.#isRefreshing) this.#services.guard.background('refresh the tree', () => this.#refreshAll());
  }

  async #refreshAll(): Promise<void> {
    this.#isRefreshing = true;
    try {
      while (this.#takeStale()) await this.#refreshOnce();
    } finally {
      this.#isRefreshing = false;
    }
  }

  #takeStale(): boolean {
    const isStale = this.#isStale;
    this.#isStale = false;
    return isStale;
  }

  async #refreshOnce(): Promise<void> {
    const made = this.#made;
    const contents = await this.#read(undefined);
    if (made !== this.#made) return;
    const groups = this.#groupNodes(contents, undefined);
    const changed = await this.#delivered.changed(printed(groups), async (node) => printOf(await this.#read(node)));
    if (made !== this.#made) return;
    if (changed === undefined) this.#makeAnew();
    else if (changed.length > 0) this.#changed.fire([...changed]);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node?.kind === 'paper') return [];
    const made = this.#made;
    const contents = await this.#read(node);
    const isCurrent = made === this.#made;
    if (node !== undefined) {
      if (isCurrent) this.#delivered.deliver(node, printOf(contents));
      return this.#nodesOf(contents, node);
    }
    const groups = this.#groupNodes(contents, undefined);
    if (isCurrent) this.#delivered.deliverOutermost(printed(groups));
    return [...groups];
  }

  async #read(node: Container): Promise<TreeContents> {
    const { library, writerFacts, guard } = this.#services;
    // A row of the tree before is still asked for at times.
    const view = node === undefined ? this.#view : (node.kind === 'group' ? node : node.parent).view;
    if (node === undefined && view.filter !== undefined) {
      await writerFacts.tell();
      guard.background('count papers', () => this.#tellFiltered(view));
    }
    return contentsOf(library.engine, view, node);
  }

  async #tellFiltered(view: GroupView): Promise<void> {
    const papers = await this.#services.library.engine.countPapers(view);
    if (view === this.#view) this.#filtered.fire({ filter: view.filter ?? '', papers });
  }

  #nodesOf(contents: TreeContents, parent: Container): TreeNode[] {
    const groups = parent?.kind === 'stretch' ? [] : this.#groupNodes(contents, parent);
    if (parent === undefined) return [...groups];
    const stretches =
      parent.kind === 'stretch' ? [] : contents.stretches.map((stretch) => this.#nodes.stretch(parent, stretch));
    return [...groups, ...stretches, ...contents.papers.map((row) => this.#nodes.paper(parent, row))];
  }

  #groupNodes({ groups }: TreeContents, parent: GroupNode | undefined): readonly GroupNode[] {
    const view = parent?.view ?? this.#view;
    const sum = groups.reduce((total, { count }) => total + count, 0);
    const open = parent?.open ?? (view.filter !== undefined && sum <= fewPapers);
    return groups.map((group) => this.#nodes.group(view, group, parent, open));
  }

  /** What is under a row, without VS Code. */
  async #look(node: Container): Promise<readonly TreeNode[]> {
    return this.#nodesOf(await this.#read(node), node);
  }

  /** The row of a paper (key or alias) in its strongest group; `undefined` when the view does not show it. */
  async find(key: string): Promise<PaperNode | undefined> {
    const place = await this.#services.library.engine.placeOf(this.#view, key);
    if (place === undefined) return undefined;
    let group: GroupNode | undefined;
    for (const id of place.path) {
      const children: readonly TreeNode[] = await this.#look(group);
      group = children.find((node): node is GroupNode => node.kind === 'group' && node.group.id === id);
      if (group === undefined) return undefined;
    }
    if (group === undefined) return undefined;
    const start = stretchStart(group.group, place.index);
    const under = await this.#look(group);
    const stretch = under.find((node) => node.kind === 'stretch' && node.from === start);
    const children = stretch?.kind === 'stretch' ? await this.#look(stretch) : under;
    const papers = children.filter((node) => node.kind === 'paper');
    return papers.find(({ row }) => row.key === key || row.aliases?.includes(key) === true);
  }

  /** The row of a group, or of a part of one; `undefined` when the view does not show it. */
  async findGroup(id: string, within?: GroupNode): Promise<GroupNode | undefined> {
    const children = await this.#look(within);
    const groups = children.filter((node) => node.kind === 'group');
    const own = groups.find(({ group }) => group.id === id);
    if (own !== undefined) return own;
    for (const node of groups) {
      const part = node.group.divided ? await this.findGroup(id, node) : undefined;
      if (part !== undefined) return part;
    }
    return undefined;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.#state);
  }

  /** The user, or VS Code itself, opened or closed a row. */
  opened(node: TreeNode, isOpen: boolean): void {
    if (node.kind === 'paper') return;
    this.#open.set(node.id, isOpen);
    this.#delivered.opened(node, isOpen);
  }

  /** What a group is about; the abstract and where a paper comes from, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind === 'group') item.tooltip = groupTooltip(node);
    if (node.kind !== 'paper') return item;
    const paper = await this.#services.library.engine.paper(node.key);
    if (paper !== undefined) item.tooltip = paperTooltip(paper, this.#services.writerFacts.marksOf(paper));
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** What groups look like. */
function printed(groups: readonly GroupNode[]): readonly (readonly [GroupNode, string])[] {
  return groups.map((node) => [node, JSON.stringify(node.group)]);
}

/** Whether groups, order or filter depend on what the writer does with papers. */
function goesByMarks({ by, sort, filter = '' }: GroupView): boolean {
  return by === 'state' || sort === 'cited' || /\b(?:is|has):/i.test(filter);
}
