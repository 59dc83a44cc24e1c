/**
 * Every id that also stands in package.json. A test compares both ways, so an id that is missing on one side fails.
 * Only plain values here: no imports.
 */
export const commandIds = {
  searchPapers: 'paperside.searchPapers',
  insertCitation: 'paperside.insertCitation',
  openPaper: 'paperside.openPaper',
  openNote: 'paperside.openNote',
  copyKey: 'paperside.copyKey',
  revealInPaperList: 'paperside.revealInPaperList',
  reload: 'paperside.reload',
  showExampleList: 'paperside.showExampleList',
  showLog: 'paperside.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** The view container and its views. */
export const containerId = 'paperside';
export const viewIds = { library: 'paperside.library' } as const;

/** Settings, without the `paperside.` prefix. */
export const settingIds = { files: 'files', notesFolder: 'notesFolder' } as const;
export const settingsSection = 'paperside';

/** Keys for `when` clauses, set by the extension. */
export const contextKeys = {
  /** `loading`, `noFolder`, `noFiles`, `noPapers`, `ready` or `failed`. */
  libraryState: 'paperside.libraryState',
} as const;

/** `contextValue` of tree items, used in `viewItem ==` clauses. */
export const treeItemKinds = { theme: 'theme', paper: 'paper' } as const;

export const readerViewType = 'paperside.reader';
