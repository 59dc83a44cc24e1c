import type { MarkdownIt } from 'markdown-it';
import type * as vscode from 'vscode';
import { createApi, type PapersideApi } from './api.ts';
import { DisposableStore } from './disposableStore.ts';
import { features } from './features/index.ts';
import type { Platform } from './platform.ts';
import { said } from '../core/text/plainText.ts';
import { showError } from './ui/messages.ts';
import { createServices, type Services } from './services.ts';

/** What `activate` gives to other extensions, and to VS Code's preview of Markdown. */
export interface PapersideExports extends PapersideApi {
  /** Teaches the preview's markdown-it citations. Returns the same object. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** VS Code waits about this long for `deactivate`. */
const closeMilliseconds = 2_000;

/** Set while the extension is active, only for `deactivate`, which VS Code calls without arguments. */
const active = new Set<Services>();

/** Registers everything and returns at once; the first load starts behind it. */
export function activatePaperside(context: vscode.ExtensionContext, platform: Platform): PapersideExports {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const services = createServices(context, platform, store);
  active.add(services);
  store.add({ dispose: () => active.delete(services) });
  for (const feature of features) {
    try {
      store.add(feature.register(services));
    } catch (error) {
      services.guard.report(`feature ${feature.name}`, error);
      void showError(said`Paperside's feature "${feature.name}" is not available. See its log.`);
    }
  }
  const api = createApi(services, store);
  services.guard.background('first load', () => services.library.load());
  return Object.freeze({ ...api, extendMarkdownIt: (md: MarkdownIt) => services.preview.extend(md) });
}

/** Gives what is unsaved its last chance. */
export async function deactivatePaperside(): Promise<void> {
  const work = [...active].flatMap((services) => [...services.beforeClose].map((save) => save()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, closeMilliseconds);
  });
  await Promise.race([Promise.allSettled(work), late]);
  clearTimeout(timer);
}
