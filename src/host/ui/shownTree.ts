import * as vscode from 'vscode';
import type { GroupView } from '../../engine/paperEngine.ts';
import { viewIds } from '../ids.ts';
import type { RowSelection } from './rowSelection.ts';

/** How the library's tree shows the papers, for what goes by its order. Told by the tree. */
export class ShownTree implements vscode.Disposable {
  readonly #selection: RowSelection;
  readonly #changed = new vscode.EventEmitter<void>();
  #view: GroupView = { by: 'theme' };

  /** Other groups, another order or another filter. */
  readonly onDidChange = this.#changed.event;

  constructor(selection: RowSelection) {
    this.#selection = selection;
  }

  get view(): GroupView {
    return this.#view;
  }

  set(view: GroupView): void {
    this.#view = view;
    this.#changed.fire();
  }

  /** The group of the row of a paper that is selected in the tree; `undefined` without such a row. */
  groupOf(key: string): string | undefined {
    for (const row of this.#selection.in(viewIds.library)) {
      if (isObject(row) && row['key'] === key) return groupAbove(row['parent']);
    }
    return undefined;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** A row stands in a group, or in a stretch of a large one. */
function groupAbove(node: unknown): string | undefined {
  if (!isObject(node)) return undefined;
  const group = node['group'];
  if (!isObject(group)) return groupAbove(node['parent']);
  return typeof group['id'] === 'string' ? group['id'] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
