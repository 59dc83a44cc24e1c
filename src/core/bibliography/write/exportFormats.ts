import type { PaperFields } from '../../paper.ts';
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

/** All formats, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: 'bibtex',
    label: 'BibTeX',
    extension: 'bib',
    frame: ['', '\n\n', '\n'],
    write: (paper, key, abstract) => formatBibtexEntry(paper, key, { abstract }),
    keyOf: toBibtexKey,
  },
  {
    id: 'biblatex',
    label: 'BibLaTeX',
    extension: 'bib',
    frame: ['', '\n\n', '\n'],
    write: (paper, key, abstract) => formatBibtexEntry(paper, key, { dialect: 'biblatex', abstract }),
    keyOf: toBibtexKey,
  },
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
    id: 'ris',
    label: 'RIS',
    extension: 'ris',
    frame: ['', '\n\n', '\n'],
    write: (paper, key, abstract) => formatRisRecord(paper, key, { abstract }),
    keyOf: same,
  },
];
