import * as vscode from 'vscode';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { revealSource } from '../../ui/revealSource.ts';
import { textColumn } from '../../ui/textColumn.ts';
import { factQuery } from './factQuery.ts';
import { openNoteLink } from './noteLinks.ts';
import type { ReaderRequest } from './readerPage.ts';
import type { ReaderPanel } from './readerPanel.ts';
import type { Readers } from './readers.ts';

/** What a reader asks for is done here. Rejects with an `ExpectedError` that says why it cannot be. */
export async function act(
  services: Services,
  readers: Readers,
  reader: ReaderPanel,
  request: ReaderRequest,
): Promise<void> {
  const { key } = request;
  switch (request.type) {
    case 'go':
      await readers.go(reader, request.to);
      return;
    case 'pin':
      reader.pin(request.pinned);
      return;
    case 'openRelated':
      return run(commandIds.openPaper, withKey(reader.surroundings.related(request.index)));
    case 'openVersion':
      return run(commandIds.openPaper, withKey(reader.view?.versions[request.index]));
    case 'openNoteLink':
      return openNoteLink(services, key, request);
    case 'openNote':
      return run(commandIds.openNote, { key });
    case 'insertCitation':
      return run(commandIds.insertCitation, { keys: [key] });
    case 'copyKey':
      return run(commandIds.copyKey, { key });
    case 'copyAs':
      return run(copyCommands[request.format], { key });
    case 'markAs':
      return run(markCommands[request.reading], { key });
    default:
      return actAt(services, reader, request);
  }
}

const copyCommands = {
  bibtex: commandIds.copyBibtex,
  text: commandIds.copyReference,
  other: commandIds.copyAs,
} as const;

const markCommands = {
  unread: commandIds.markUnread,
  reading: commandIds.markReading,
  read: commandIds.markRead,
} as const;

type PlaceRequest = Extract<
  ReaderRequest,
  { type: 'openLink' | 'revealSource' | 'openCitedPlace' | 'revealTheme' | 'searchFor' | 'noteAction' }
>;

/** Requests that name one of the things shown: what is not there any more is passed over. */
async function actAt({ lastEditor }: Services, reader: ReaderPanel, request: PlaceRequest): Promise<void> {
  const { view, surroundings } = reader;
  if (view === undefined) return undefined;
  switch (request.type) {
    case 'openLink': {
      const link = view.links[request.index];
      if (link !== undefined) await vscode.env.openExternal(link);
      return undefined;
    }
    case 'revealSource': {
      const source = view.sources[request.index];
      return source === undefined ? undefined : revealSource(lastEditor, source);
    }
    case 'openCitedPlace': {
      const place = surroundings.citedPlace(request.index);
      if (place === undefined) return undefined;
      const { uri, range } = place;
      await vscode.window.showTextDocument(uri, { selection: range, viewColumn: textColumn(lastEditor) });
      return undefined;
    }
    case 'revealTheme': {
      const theme = view.themes[request.index];
      return theme === undefined ? undefined : run(commandIds.revealInLibrary, { theme });
    }
    case 'searchFor': {
      const query = factQuery(view.shown, request.fact, request.index);
      return query === undefined ? undefined : run(commandIds.searchPapers, { query });
    }
    case 'noteAction':
      return reader.noteAction(request.action);
  }
}

function withKey(key: string | undefined): { readonly key: string } | undefined {
  return key === undefined ? undefined : { key };
}

/** Nothing happens without an argument: the command would ask for one. */
async function run(command: (typeof commandIds)[keyof typeof commandIds], argument: object | undefined): Promise<void> {
  if (argument !== undefined) await vscode.commands.executeCommand(command, argument);
}
