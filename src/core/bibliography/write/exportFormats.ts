import type { PaperFields } from '../../paper.ts';
import type { BibtexDialect } from './bibtexTypes.ts';
import { formatBibtexEntry, toBibtexKey } from './bibtexWriter.ts';
import { formatCslItem } from './cslJsonWriter.ts';
import { formatCslYamlItem } from './cslYamlWriter.ts';
import { formatRisRecord } from './risWriter.ts';

/** A format of bibliographies that is written as a whole file, work by work. */
export interface ExportFormat {
  readonly id: 'bibtex' | 'biblatex' | 'csl-json' | 'csl-yaml' | 'ris';
  /** As people call it. */
  readonly label: string;
  /** Of file names, without a dot; the first is proposed. */
  readonly extension: string;
  /** What stands before the first work, between two and behind the last one. */
  readonly frame: readonly [before: string, between: string, after: string];
  /** One work, without a line end behind it. */
  readonly write: (paper: PaperFields, key: string, abstract: boolean) => string;
  /** The key as the format can hold it. */
  readonly keyOf: (key: string) => string;
}

const same = (key: string): string => key;
/** A blank line between works. */
const apart = { frame: ['', '\n\n', '\n'] } as const;

function bibtexFormat(id: BibtexDialect, label: string): ExportFormat {
  return {
    ...apart,
    id,
    label,
    extension: 'bib',
    write: (paper, key, abstract) => formatBibtexEntry(paper, key, { dialect: id, abstract }),
    keyOf: toBibtexKey,
  };
}

/** All formats, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  bibtexFormat('bibtex', 'BibTeX'),
  bibtexFormat('biblatex', 'BibLaTeX'),
  {
    id: 'csl-json',
    label: 'CSL JSON',
    extension: 'json',
    frame: ['[\n', ',\n', '\n]\n'],
    write: (paper, key, abstract) => formatCslItem(paper, key, { abstract }).replace(/^/gm, '  '),
    keyOf: same,
  },
  {
    id: 'csl-yaml',
    label: 'CSL YAML',
    extension: 'yaml',
    frame: ['references:\n', '\n', '\n'],
    write: (paper, key, abstract) => formatCslYamlItem(paper, key, { abstract }),
    keyOf: same,
  },
  {
    ...apart,
    id: 'ris',
    label: 'RIS',
    extension: 'ris',
    write: (paper, key, abstract) => formatRisRecord(paper, key, { abstract }),
    keyOf: same,
  },
];
