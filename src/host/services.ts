import * as vscode from 'vscode';
import type { PaperEngine } from '../engine/paperEngine.ts';
import type { FileStamps } from './adapters/fileStamps.ts';
import { PaperFileReader } from './adapters/paperFileReader.ts';
import { PaperFiles } from './adapters/paperFiles.ts';
import { SettingsReader } from './adapters/settings.ts';
import { DocumentBibliography } from './bibliography/documentBibliography.ts';
import { DocumentMetadata } from './bibliography/documentMetadata.ts';
import { ProjectFiles } from './bibliography/projectFiles.ts';
import { CitationChecks } from './citationChecks/citationChecks.ts';
import { CitedPlacesService } from './citedPlaces/citedPlacesService.ts';
import type { DisposableStore } from './disposableStore.ts';
import { DocumentCitations } from './documentCitations.ts';
import { CitationFormatter } from './formatting/citationFormatter.ts';
import { CitationReadings } from './formatting/citationReadings.ts';
import { DocumentFormats } from './formatting/documentFormats.ts';
import { StyleFiles } from './formatting/styleFiles.ts';
import { FileSaver } from './fileSaver.ts';
import { Guard } from './guard.ts';
import { LibraryService } from './libraryService.ts';
import { OpenedPapers } from './openedPapers.ts';
import { NoteComparison } from './notes/noteComparison.ts';
import { NoteKeepers } from './notes/noteKeepers.ts';
import { NoteFiles } from './notes/noteFiles.ts';
import { NotePlaces } from './notes/notePlaces.ts';
import type { Platform } from './platform.ts';
import { CitationPreview } from './preview/citationPreview.ts';
import { ReadingStates } from './readingStates.ts';
import { RecentPapers } from './recentPapers.ts';
import { ThemesFileService } from './themes/themesFileService.ts';
import { LastSearch } from './ui/lastSearch.ts';
import { LastTextEditor } from './ui/lastTextEditor.ts';
import { RowSelection } from './ui/rowSelection.ts';
import { ShownPaper } from './ui/shownPaper.ts';
import { ShownTree } from './ui/shownTree.ts';
import { WriterFactsService } from './writerFactsService.ts';

/** What features are given. Nothing here is global: a test or a second window has its own. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  /** What a feature remembers for this workspace: small values, each feature its own keys. */
  readonly workspaceState: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly guard: Guard;
  readonly settings: SettingsReader;
  readonly files: PaperFiles;
  readonly library: LibraryService;
  /** Opens notes for editing, and keeps their drafts. */
  readonly noteKeepers: NoteKeepers;
  readonly noteComparison: NoteComparison;
  /** Told to the engine; who shows them asks it. */
  readonly noteFiles: NoteFiles;
  readonly notePlaces: NotePlaces;
  readonly fileSaver: FileSaver;
  /** The writer's corrections of the themes. */
  readonly themes: ThemesFileService;
  readonly lastEditor: LastTextEditor;
  /** Told by whoever opens or cites a paper. */
  readonly recent: RecentPapers;
  /** Told by the reader. */
  readonly opened: OpenedPapers;
  readonly readingStates: ReadingStates;
  /** Told by the reader. */
  readonly shownPaper: ShownPaper;
  /** Told by the views. */
  readonly rowSelection: RowSelection;
  /** Told by the library's tree. */
  readonly shownTree: ShownTree;
  /** Told by the search and the library's tree. */
  readonly lastSearch: LastSearch;
  /** Whoever asks the engine a query calls `tell` first. */
  readonly writerFacts: WriterFactsService;
  /** What an open document cites, and where. */
  readonly citations: DocumentCitations;
  /** What is wrong with the citations of documents. */
  readonly citationChecks: CitationChecks;
  readonly formatter: CitationFormatter;
  /** Formatted citations in VS Code's preview of Markdown. */
  readonly preview: CitationPreview;
  /** Which bibliography a document or its project names. */
  readonly bibliography: DocumentBibliography;
  /** In what style, language and so on the citations of a document are formatted. */
  readonly documentFormats: DocumentFormats;
  /** How citations of open documents read in their style. */
  readonly citationReadings: CitationReadings;
  /** Where the documents of the workspace cite papers. Reads nothing before it is first asked. */
  readonly citedPlaces: CitedPlacesService;
  /** Work that must be finished before the window closes, such as unsaved notes. */
  readonly beforeClose: Set<() => Promise<void>>;
}

/** One folder under `features/`. */
export interface Feature {
  readonly name: string;
  /** Registers everything at once and reads nothing. What it returns is disposed with the extension. */
  register(services: Services): vscode.Disposable;
}

/** Builds the services in the order they need each other. Reads nothing but settings. */
export function createServices(
  { extension, extensionUri, storageUri, workspaceState }: vscode.ExtensionContext,
  platform: Platform,
  store: DisposableStore,
): Services {
  const log = store.add(vscode.window.createOutputChannel('Paperside', { log: true }));
  const guard = new Guard(log);
  const settings = store.add(new SettingsReader(log));
  const stamps: FileStamps = new Map();
  const files = store.add(new PaperFiles(settings, stamps));
  const library = store.add(
    new LibraryService({
      files,
      reader: new PaperFileReader(settings, log, stamps, (uri) => files.isAdded(uri)),
      settings,
      guard,
      log,
      startEngine: engineStarter({ extension, extensionUri, storageUri }, platform),
    }),
  );
  const noteKeepers = new NoteKeepers({ storageUri }, platform, guard);
  const noteFiles = store.add(new NoteFiles({ library, settings, guard, log }));
  const notePlaces = new NotePlaces({ library, settings, files: noteFiles, log });
  const themes = store.add(new ThemesFileService({ library, guard }));
  const lastEditor = store.add(new LastTextEditor());
  const recent = new RecentPapers(workspaceState);
  const readingStates = store.add(new ReadingStates(workspaceState));
  const citations = new DocumentCitations({ settings, library });
  const writerParts = { library, noteFiles, lastEditor, recent, readingStates, citations, guard };
  const formatting = formattingServices({ library, settings, citations, guard, extensionUri }, store);
  const writerFacts = store.add(new WriterFactsService(writerParts));
  return {
    extensionUri,
    workspaceState,
    log,
    guard,
    settings,
    files,
    library,
    noteKeepers,
    noteComparison: store.add(new NoteComparison()),
    noteFiles,
    notePlaces,
    fileSaver: new FileSaver(platform),
    themes,
    lastEditor,
    recent,
    opened: new OpenedPapers(workspaceState),
    readingStates,
    shownPaper: store.add(new ShownPaper()),
    ...shownServices(store),
    writerFacts,
    citations,
    ...formatting,
    preview: store.add(new CitationPreview({ library, ...formatting, settings, citations, guard })),
    citationChecks: store.add(new CitationChecks({ library, settings, bibliography: formatting.bibliography })),
    citedPlaces: store.add(new CitedPlacesService({ ...platform, library, settings, guard, log })),
    beforeClose: new Set(),
  };
}

function engineStarter(
  { extension, extensionUri, storageUri }: Pick<vscode.ExtensionContext, 'extension' | 'extensionUri' | 'storageUri'>,
  platform: Platform,
): (onFailure: (error: Error) => void) => PaperEngine {
  const version = versionOf(extension);
  return (onFailure) => platform.startEngine({ extensionUri, storageUri, version }, onFailure);
}

function formattingServices(
  parts: Pick<Services, 'library' | 'settings' | 'citations' | 'guard' | 'extensionUri'>,
  store: DisposableStore,
): Pick<Services, 'formatter' | 'bibliography' | 'documentFormats' | 'citationReadings'> {
  const styles = store.add(new StyleFiles(parts.settings));
  const formatter = new CitationFormatter({ ...parts, styles });
  const metadata = new DocumentMetadata(store.add(new ProjectFiles()));
  const bibliography = new DocumentBibliography(metadata);
  const documentFormats = store.add(new DocumentFormats({ ...parts, styles, metadata, bibliography }));
  const citationReadings = store.add(new CitationReadings({ ...parts, formatter, documentFormats }));
  return { formatter, bibliography, documentFormats, citationReadings };
}

/** What the views show, told by them. */
function shownServices(store: DisposableStore): Pick<Services, 'rowSelection' | 'shownTree' | 'lastSearch'> {
  const rowSelection = new RowSelection();
  return {
    rowSelection,
    shownTree: store.add(new ShownTree(rowSelection)),
    lastSearch: store.add(new LastSearch()),
  };
}

function versionOf({ packageJSON }: vscode.Extension<unknown>): string {
  const manifest: unknown = packageJSON;
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isNamed ? String(manifest.version) : '';
}
