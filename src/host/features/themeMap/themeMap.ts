import * as vscode from 'vscode';
import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, mapViewType } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { ReusedPanel } from '../../ui/reusedPanel.ts';
import { MapPanel } from './mapPanel.ts';

/** The library as a picture. One panel is reused; it comes back after a reload of the window. */
export const themeMap: Feature = {
  name: 'theme map',
  register(services) {
    const store = new DisposableStore();
    const maps = new Maps(services);
    store.add(maps);
    store.add(registerCommand(services.guard, commandIds.showThemeMap, 'Show Theme Map', () => maps.show()));
    store.add(
      registerCommand(services.guard, commandIds.showOnMap, 'Show on Map', (row) => maps.show(themeOfRow(row))),
    );
    store.add(
      vscode.window.registerWebviewPanelSerializer(mapViewType, {
        async deserializeWebviewPanel(panel) {
          maps.restore(panel);
        },
      }),
    );
    return store;
  },
};

class Maps implements vscode.Disposable {
  readonly #services: Services;
  readonly #reused = new ReusedPanel<MapPanel>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** With a theme, that theme is selected. */
  show(theme?: string): void {
    const { current } = this.#reused;
    if (current === undefined) {
      this.#adopt(vscode.window.createWebviewPanel(mapViewType, 'Theme Map', vscode.ViewColumn.Active));
    } else current.panel.reveal();
    if (theme !== undefined) this.#reused.current?.pick(theme);
  }

  restore(panel: vscode.WebviewPanel): void {
    if (this.#reused.current === undefined) this.#adopt(panel);
    else panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#reused.adopt(new MapPanel(this.#services, panel));
  }

  dispose(): void {
    this.#reused.dispose();
  }
}

/** The theme that a row of the tree stands for. */
function themeOfRow(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('group' in row) || !('view' in row)) return undefined;
  const { group, view } = row;
  if (typeof group !== 'object' || group === null || !('id' in group)) return undefined;
  if (typeof view !== 'object' || view === null || !('by' in view) || view.by !== 'theme') return undefined;
  return typeof group.id === 'string' ? group.id : undefined;
}
