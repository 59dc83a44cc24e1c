import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import type { Feature } from '../../services.ts';
import { AcceptedPapers } from './acceptedPapers.ts';
import { completeAfterDelete } from './afterDelete.ts';
import { CitationCompletions } from './citationCompletions.ts';

/** Before a key or a word of one begins; where it does is decided by the text. */
const triggers = ['@', '^', '{', ',', '<', '`', '"', ' '];

/** Papers are offered where a citation is typed, by key, author, year and words of the title. */
export const citationCompletion: Feature = {
  name: 'citation completion',
  register(services) {
    const store = new DisposableStore();
    const accepted = store.add(new AcceptedPapers(services.recent));
    const completions = new CitationCompletions(services, accepted);
    store.add(
      services.citations.register((selector) =>
        vscode.languages.registerCompletionItemProvider(selector, completions, ...triggers),
      ),
    );
    store.add(completeAfterDelete(completions, services.guard));
    return store;
  },
};
