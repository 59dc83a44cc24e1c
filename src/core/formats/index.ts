import { arxivAtom } from './atom/arxivAtom.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { cslJson } from './csl/cslJson.ts';
import { cslYaml } from './csl/cslYaml.ts';
import { csv } from './csv/csv.ts';
import { dailyPapers } from './json/dailyPapers.ts';
import { jsonPapers } from './json/jsonPapers.ts';
import { listing } from './listing/listing.ts';
import { markdown } from './markdown/markdown.ts';
import type { PaperFormat } from './paperFormat.ts';
import { enw } from './tagged/enw.ts';
import { nbib } from './tagged/nbib.ts';
import { ris } from './tagged/ris.ts';

/** Every paper file format, one line each. The surest one reads the file; among equals the first. */
export const paperFormats: readonly PaperFormat[] = [
  bibtex,
  ris,
  nbib,
  enw,
  cslJson,
  dailyPapers,
  jsonPapers,
  cslYaml,
  arxivAtom,
  csv,
  markdown,
  listing,
];
