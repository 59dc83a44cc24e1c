import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { GroupBy, PaperDetails } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import type { Services } from '../../services.ts';
import { sourceName } from '../../ui/revealSource.ts';
import { stretchesOf, type GroupNode, type StretchNode, type TreeNode } from './treeNodes.ts';
import { treeItem } from './treeItems.ts';

const maxTooltip = 1_000;
const sourcesInTooltip = 5;

/** Groups and their papers as VS Code asks for them. */
export class LibraryTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());
  #groupBy: GroupBy;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: Services, groupBy: GroupBy) {
    this.#services = services;
    this.#groupBy = groupBy;
    this.#store.add(services.library.onDidChange(() => this.#changed.fire(undefined)));
  }

  /** Shows the papers in other groups. */
  groupBy(by: GroupBy): void {
    this.#groupBy = by;
    this.#changed.fire(undefined);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return this.#groups();
    if (node.kind === 'paper') return [];
    const stretches = node.kind === 'group' ? stretchesOf(node) : [];
    return stretches.length > 0 ? [...stretches] : this.#papers(node);
  }

  async #groups(): Promise<TreeNode[]> {
    const by = this.#groupBy;
    const groups = await this.#services.library.engine.groups({ by });
    return groups.map((group) => ({ kind: 'group', by, group, uri: by === 'source' ? group.id : undefined }));
  }

  async #papers(parent: GroupNode | StretchNode): Promise<TreeNode[]> {
    const { by, group } = parent.kind === 'group' ? parent : parent.parent;
    const slice = parent.kind === 'stretch' ? { from: parent.from, to: parent.to } : undefined;
    const rows = await this.#services.library.engine.groupPapers({ by }, group.id, slice);
    return rows.map((row) => ({ kind: 'paper', key: row.key, source: row.source.uri, row, parent }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, (uri) => this.#services.files.isAdded(uri));
  }

  /** The abstract and where the paper comes from, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'paper') return item;
    const paper = await this.#services.library.engine.paper(node.key);
    if (paper === undefined) return item;
    const parts = [paper.title, byline(paper), `@${paper.key}`, shorten(paper.abstract, maxTooltip), sourcesOf(paper)];
    // A plain string: VS Code would give Markdown in it a meaning.
    item.tooltip = parts.filter((part) => part !== '').join('\n\n');
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function sourcesOf({ sources }: PaperDetails): string {
  const names = sources.slice(0, sourcesInTooltip).map(sourceName);
  const rest = sources.length - names.length;
  return `From ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
