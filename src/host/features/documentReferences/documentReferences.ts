import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { copyCitation } from './copyCitation.ts';
import { followDocument } from './followDocument.ts';
import { ReferencesView } from './referencesView.ts';

/** A view of what the document that is being written cites: unknown keys first, then papers in the order of the text. */
export const documentReferences: Feature = {
  name: 'references of this document',
  register(services) {
    const { guard } = services;
    const store = new DisposableStore();
    const view = store.add(new ReferencesView(services));
    store.add(followDocument(services, view));
    store.add(
      registerCommand(guard, commandIds.goToCitation, 'Go to Citation', async (...args) => {
        const id = idOf(args[0]);
        if (id !== undefined) await view.goTo(id);
      }),
    );
    store.add(
      registerCommand(guard, commandIds.copyCitation, 'Copy as Citation', (...args) => copyCitation(services, args)),
    );
    return store;
  },
};

/** What a row gives to the command of its click. */
function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('reference' in value)) return undefined;
  return typeof value.reference === 'string' ? value.reference : undefined;
}
