import { bibtex } from './bibtex/bibtex.ts';
import { listing } from './listing/listing.ts';
import type { PaperFormat } from './paperFormat.ts';
import { enw } from './tagged/enw.ts';
import { nbib } from './tagged/nbib.ts';
import { ris } from './tagged/ris.ts';

/** Every paper file format, one line each. The surest one reads the file; among equals the first. */
export const paperFormats: readonly PaperFormat[] = [bibtex, ris, nbib, enw, listing];
