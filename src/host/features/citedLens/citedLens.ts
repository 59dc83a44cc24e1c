import * as vscode from 'vscode';
import type { NamedPaper } from '../../../core/readingLists.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { entriesIn } from '../../navigation/entriesIn.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import { markedRange } from '../../navigation/ranges.ts';
import type { Feature, Services } from '../../services.ts';

/** Longer files are read by nobody line by line. */
const mostLenses = 5_000;
/** Counts are asked for again at most so often while somebody types. */
const pauseMilliseconds = 1_000;

/** An entry whose paper is counted when it is to be seen. */
class EntryLens extends vscode.CodeLens {
  readonly uri: vscode.Uri;
  readonly paper: NamedPaper;

  constructor(range: vscode.Range, uri: vscode.Uri, paper: NamedPaper) {
    super(range);
    this.uri = uri;
    this.paper = paper;
  }
}

/** "Cited 3 times" above the entries of paper files, if the setting says so; a click shows where. */
export const citedLens: Feature = {
  name: 'cited lens',
  register(services) {
    const store = new DisposableStore();
    const changed = store.add(new vscode.EventEmitter<void>());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const change = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        changed.fire();
      }, pauseMilliseconds);
    };
    store.add({ dispose: () => clearTimeout(timer) });
    store.add(services.citedPlaces.onDidChange(change));
    store.add(services.library.onDidChange(change));
    store.add(services.settings.onDidChangeView(() => changed.fire()));
    const provider: vscode.CodeLensProvider<EntryLens> = {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => answerQuietly(services, 'count citations', () => lenses(services, document)),
      resolveCodeLens: async (lens) => {
        lens.command = (await answerQuietly(services, 'count citations', () => countOf(services, lens))) ?? {
          title: '',
          command: '',
        };
        return lens;
      },
    };
    store.add(
      registerInPaperFiles(services.settings, (selector) =>
        vscode.languages.registerCodeLensProvider(selector, provider),
      ),
    );
    return store;
  },
};

async function lenses(services: Services, document: vscode.TextDocument): Promise<EntryLens[] | undefined> {
  if (!services.settings.current.countsCitations) return undefined;
  const entries = await entriesIn(services, document, { limit: mostLenses });
  return entries.flatMap((entry) => {
    const { paper } = entry;
    return paper === undefined ? [] : new EntryLens(markedRange(entry), document.uri, paper);
  });
}

async function countOf({ citedPlaces }: Services, { paper, uri, range }: EntryLens): Promise<vscode.Command> {
  const { places, count, searching } = await citedPlaces.of(paper);
  if (count === 0) return { title: searching ? 'Looking for citations…' : 'Not cited', command: '' };
  const locations = places.map((place) => new vscode.Location(place.uri, place.range));
  return {
    title: count === 1 ? 'Cited once' : `Cited ${count} times`,
    command: 'editor.action.showReferences',
    arguments: [uri, range.start, locations],
  };
}
