import type { Feature } from '../services.ts';
import { bibliography } from './bibliography/bibliography.ts';
import { bibliographyStatus } from './bibliographyStatus/bibliographyStatus.ts';
import { addPaperFile } from './addPaperFile/addPaperFile.ts';
import { citationCompletion } from './citationCompletion/citationCompletion.ts';
import { citationDefinitions } from './citationDefinitions/citationDefinitions.ts';
import { citationHighlights } from './citationHighlights/citationHighlights.ts';
import { citationHover } from './citationHover/citationHover.ts';
import { citationLinks } from './citationLinks/citationLinks.ts';
import { citationReferences } from './citationReferences/citationReferences.ts';
import { citationRename } from './citationRename/citationRename.ts';
import { citedLens } from './citedLens/citedLens.ts';
import { citationActions } from './citationActions/citationActions.ts';
import { citationDiagnostics } from './citationDiagnostics/citationDiagnostics.ts';
import { copyPapers } from './copyPapers/copyPapers.ts';
import { diagnostics } from './diagnostics/diagnostics.ts';
import { documentReferences } from './documentReferences/documentReferences.ts';
import { insertCitation } from './insertCitation/insertCitation.ts';
import { libraryTree } from './libraryTree/libraryTree.ts';
import { maintenance } from './maintenance/maintenance.ts';
import { noteDrafts } from './noteDrafts/noteDrafts.ts';
import { paperCommands } from './paperCommands/paperCommands.ts';
import { paperOutline } from './paperOutline/paperOutline.ts';
import { paperSymbols } from './paperSymbols/paperSymbols.ts';
import { paragraphPapers } from './paragraphPapers/paragraphPapers.ts';
import { reader } from './reader/reader.ts';
import { readingState } from './readingState/readingState.ts';
import { referenceList } from './referenceList/referenceList.ts';
import { searchNotes } from './searchNotes/searchNotes.ts';
import { searchPapers } from './searchPapers/searchPapers.ts';
import { themes } from './themes/themes.ts';
import { themeMap } from './themeMap/themeMap.ts';

/** Every feature, one line each. The order does not matter. */
export const features: readonly Feature[] = [
  libraryTree,
  reader,
  searchPapers,
  searchNotes,
  themeMap,
  paragraphPapers,
  insertCitation,
  documentReferences,
  citationCompletion,
  citationHover,
  citationDefinitions,
  citationHighlights,
  citationReferences,
  citationRename,
  citationLinks,
  citedLens,
  paperOutline,
  paperSymbols,
  paperCommands,
  copyPapers,
  readingState,
  noteDrafts,
  bibliography,
  bibliographyStatus,
  referenceList,
  addPaperFile,
  diagnostics,
  citationDiagnostics,
  citationActions,
  themes,
  maintenance,
];
