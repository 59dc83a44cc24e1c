/**
 * Every id that also stands in package.json. A test compares both ways, so an id that is missing on one side fails.
 * Only plain values here: no imports.
 */
export const commandIds = {
  searchPapers: 'paperside.searchPapers',
  searchNotes: 'paperside.searchNotes',
  insertCitation: 'paperside.insertCitation',
  insertWithLocator: 'paperside.insertCitationWithLocator',
  openPaper: 'paperside.openPaper',
  goBack: 'paperside.goBack',
  goForward: 'paperside.goForward',
  previousPaper: 'paperside.previousPaper',
  nextPaper: 'paperside.nextPaper',
  pinReader: 'paperside.pinReader',
  unpinReader: 'paperside.unpinReader',
  focusReader: 'paperside.focusReader',
  focusNote: 'paperside.focusNote',
  readerFollowCursor: 'paperside.readerFollowCursor',
  readerStopFollowing: 'paperside.readerStopFollowing',
  openNote: 'paperside.openNote',
  recoverNotes: 'paperside.recoverNotes',
  copyKey: 'paperside.copyKey',
  copyCitation: 'paperside.copyCitation',
  /** What a click on a row of the references does. */
  goToCitation: 'paperside.goToCitation',
  copyBibtex: 'paperside.copyBibtex',
  copyReference: 'paperside.copyReference',
  copyAs: 'paperside.copyAs',
  exportBibliography: 'paperside.exportBibliography',
  openBibliography: 'paperside.openBibliography',
  removeUnusedEntries: 'paperside.removeUnusedEntries',
  updateEntries: 'paperside.updateEntries',
  insertReferenceList: 'paperside.insertReferenceList',
  copyFormatted: 'paperside.copyFormatted',
  copyFormattedHtml: 'paperside.copyFormattedHtml',
  markRead: 'paperside.markRead',
  markReading: 'paperside.markReading',
  markUnread: 'paperside.markUnread',
  revealInPaperFile: 'paperside.revealInPaperFile',
  addPaperFile: 'paperside.addPaperFile',
  removePaperFile: 'paperside.removePaperFile',
  chooseGroupBy: 'paperside.chooseGroupBy',
  groupByTheme: 'paperside.groupByTheme',
  groupByYear: 'paperside.groupByYear',
  groupByAuthor: 'paperside.groupByAuthor',
  groupByVenue: 'paperside.groupByVenue',
  groupBySource: 'paperside.groupBySource',
  groupByState: 'paperside.groupByState',
  /** The choice as the menu shows it, with a check mark: VS Code has none for commands of extensions. */
  groupedByTheme: 'paperside.groupedByTheme',
  groupedByYear: 'paperside.groupedByYear',
  groupedByAuthor: 'paperside.groupedByAuthor',
  groupedByVenue: 'paperside.groupedByVenue',
  groupedBySource: 'paperside.groupedBySource',
  groupedByState: 'paperside.groupedByState',
  chooseSortBy: 'paperside.chooseSortBy',
  sortByRelevance: 'paperside.sortByRelevance',
  sortByYear: 'paperside.sortByYear',
  sortByTitle: 'paperside.sortByTitle',
  sortByAdded: 'paperside.sortByAdded',
  sortByCited: 'paperside.sortByCited',
  sortedByRelevance: 'paperside.sortedByRelevance',
  sortedByYear: 'paperside.sortedByYear',
  sortedByTitle: 'paperside.sortedByTitle',
  sortedByAdded: 'paperside.sortedByAdded',
  sortedByCited: 'paperside.sortedByCited',
  revealInLibrary: 'paperside.revealInLibrary',
  filterLibrary: 'paperside.filterLibrary',
  clearFilter: 'paperside.clearFilter',
  showThemeMap: 'paperside.showThemeMap',
  showOnMap: 'paperside.showOnMap',
  papersForParagraph: 'paperside.papersForParagraph',
  checkCitations: 'paperside.checkCitations',
  replaceCitation: 'paperside.replaceCitation',
  addEntries: 'paperside.addEntries',
  ignoreKey: 'paperside.ignoreKey',
  refreshParagraph: 'paperside.refreshParagraph',
  followCursor: 'paperside.followCursor',
  stopFollowingCursor: 'paperside.stopFollowingCursor',
  addToTheme: 'paperside.addToTheme',
  removeFromTheme: 'paperside.removeFromTheme',
  newTheme: 'paperside.newTheme',
  renameTheme: 'paperside.renameTheme',
  mergeThemes: 'paperside.mergeThemes',
  splitTheme: 'paperside.splitTheme',
  deleteTheme: 'paperside.deleteTheme',
  pinTheme: 'paperside.pinTheme',
  unpinTheme: 'paperside.unpinTheme',
  regroupThemes: 'paperside.regroupThemes',
  undoThemeChange: 'paperside.undoThemeChange',
  openThemesFile: 'paperside.openThemesFile',
  reload: 'paperside.reload',
  showExampleList: 'paperside.showExampleList',
  showLog: 'paperside.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** The view container and its views. */
export const containerId = 'paperside';
export const viewIds = {
  library: 'paperside.library',
  paragraph: 'paperside.paragraph',
  references: 'paperside.references',
} as const;

/** Settings, without the `paperside.` prefix. */
export const settingIds = {
  files: 'files',
  additionalFiles: 'additionalFiles',
  notesFolder: 'notesFolder',
  noteTemplate: 'noteTemplate',
  maxFileSize: 'maxFileSize',
  maxPapersPerFile: 'maxPapersPerFile',
  followCursor: 'paragraphPapers.followCursor',
  followReader: 'libraryView.followReader',
  readerFollowsCursor: 'reader.followCursor',
  citationSyntax: 'citation.syntax',
  completesCitations: 'citation.completion',
  hoversCitations: 'citation.hover',
  replacesKeys: 'citation.replaceKey',
  entryOrder: 'bibliography.order',
  writesAbstracts: 'bibliography.abstract',
  pastesCitations: 'citation.paste',
  linksCitations: 'citation.links',
  previewsCitations: 'preview.citations',
  outlinesPaperFiles: 'paperFiles.outline',
  countsCitations: 'paperFiles.citedLens',
  unknownKey: 'diagnostics.unknownKey',
  duplicateKey: 'diagnostics.duplicateKey',
  ambiguousKey: 'diagnostics.ambiguousKey',
  missingEntry: 'diagnostics.missingEntry',
  retractedPaper: 'diagnostics.retractedPaper',
  ignoredKeys: 'diagnostics.ignoredKeys',
  cslStyle: 'csl.style',
  cslLocale: 'csl.locale',
} as const;

/** For a value of the wrong shape; equal to the defaults in package.json. */
export const settingDefaults = {
  files: [
    '**/*papers*.{txt,md,json,jsonl,xml,csv,tsv}',
    '**/*.{bib,ris,nbib,enw}',
    '**/*.csl.{json,yaml}',
    '**/references.{json,yaml,yml}',
  ],
  additionalFiles: [],
  notesFolder: 'notes',
  noteTemplate: '---\ncitekey: {{key}}\ntitle: {{title}}\n---\n\n',
  /** Megabytes. */
  maxFileSize: 64,
  maxPapersPerFile: 200_000,
  'paragraphPapers.followCursor': false,
  'libraryView.followReader': true,
  'reader.followCursor': false,
  'citation.syntax': {},
  'citation.completion': true,
  'citation.hover': true,
  'preview.citations': true,
  'bibliography.order': 'append',
  'bibliography.abstract': false,
  'citation.replaceKey': true,
  'citation.paste': true,
  'citation.links': true,
  'paperFiles.outline': true,
  'paperFiles.citedLens': false,
  'diagnostics.unknownKey': 'warning',
  'diagnostics.duplicateKey': 'warning',
  'diagnostics.ambiguousKey': 'information',
  'diagnostics.missingEntry': 'warning',
  'diagnostics.retractedPaper': 'warning',
  'diagnostics.ignoredKeys': [],
  'csl.style': 'apa',
  'csl.locale': '',
} as const;
export const settingsSection = 'paperside';

/** Keys for `when` clauses, set by the extension. */
export const contextKeys = {
  /** `loading`, `noFolder`, `noFiles`, `noPapers`, `ready` or `failed`. */
  libraryState: 'paperside.libraryState',
  /** `theme`, `year`, `author`, `venue`, `source` or `state`: how the tree groups papers. */
  groupBy: 'paperside.groupBy',
  /** `relevance`, `year`, `title`, `added` or `cited`: in what order they stand. */
  sortBy: 'paperside.sortBy',
  /** `noDocument`, `none` or `some`: what the references of the document are. */
  referencesState: 'paperside.referencesState',
  /** `true` while the tree shows only what a filter found. */
  filtered: 'paperside.filtered',
  /** `unread`, `reading` or `read`: the paper in the reader; unset without one. */
  shownState: 'paperside.shownState',
  /** Of the reader that was used last: whether it keeps its paper, and where it can go. */
  readerPinned: 'paperside.readerPinned',
  canGoBack: 'paperside.canGoBack',
  canGoForward: 'paperside.canGoForward',
} as const;

/** `contextValue` of tree items, used in `viewItem ==` clauses. */
export const treeItemKinds = {
  theme: 'theme',
  /** One that the writer wants on top. */
  pinnedTheme: 'pinnedTheme',
  /** A smaller theme within one. */
  themePart: 'themePart',
  /** A year, an author or authors, a venue, a reading state. */
  group: 'group',
  /** A paper file that the globs find. */
  source: 'source',
  /** A paper file that the user added, and can remove. */
  addedSource: 'addedSource',
  paper: 'paper',
  /** A key that a document cites and no paper has. */
  unknownReference: 'unknownReference',
} as const;

/** Submenus: two of the view's title, two of its rows. */
export const submenuIds = {
  groupBy: 'paperside.groupBy',
  sortBy: 'paperside.sortBy',
  theme: 'paperside.theme',
  markAs: 'paperside.markAs',
} as const;

export const readerViewType = 'paperside.reader';
export const mapViewType = 'paperside.themeMap';
