import { listing } from './listing/listing.ts';
import type { PaperFormat } from './paperFormat.ts';

/** Every paper file format, one line each. The surest one reads the file; among equals the first. */
export const paperFormats: readonly PaperFormat[] = [listing];
