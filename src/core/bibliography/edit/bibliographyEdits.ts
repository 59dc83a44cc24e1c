import type { TextEdit } from '../../text/position.ts';
import { scanBibtex } from '../bibtexScan.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';
import { cslJsonEntries, planCslJsonRemove, planCslJsonUpdate } from './cslJsonEntries.ts';
import { cslYamlEntries, planCslYamlRemove, planCslYamlUpdate } from './cslYamlEntries.ts';
import { planBibtexRemove, unusedEntries } from './planBibtexRemove.ts';
import { planBibtexUpdate } from './planBibtexUpdate.ts';
import { planRisRemove, planRisUpdate, risEntries } from './risEntries.ts';
import type { PlacedEntry, UpdatePlan } from './updatePlan.ts';

/** How the entries of a bibliography file are changed in place: everything else in it stays byte for byte. */
export interface BibliographyEdits {
  /** The keys of its entries, in their order; `undefined` when the file cannot be read as what it is. */
  keys(text: string): readonly string[] | undefined;
  /** The keys of entries that nobody cites, and that no other one needs. */
  unused(text: string, cited: ReadonlySet<string>): readonly string[];
  remove(text: string, keys: ReadonlySet<string>): readonly TextEdit[];
  update(text: string, papers: readonly KeyedPaper[]): UpdatePlan;
}

const bibtex: BibliographyEdits = {
  keys: (text) => named(scanBibtex(text).map(({ key }) => key)),
  unused: unusedEntries,
  remove: planBibtexRemove,
  update: planBibtexUpdate,
};

const cslJson: BibliographyEdits = ofEntries(cslJsonEntries, planCslJsonRemove, planCslJsonUpdate);
const cslYaml: BibliographyEdits = ofEntries(cslYamlEntries, planCslYamlRemove, planCslYamlUpdate);
const ris: BibliographyEdits = ofEntries(risEntries, planRisRemove, planRisUpdate);

const byEnding: ReadonlyMap<string, BibliographyEdits> = new Map([
  ['bib', bibtex],
  ['bibtex', bibtex],
  ['json', cslJson],
  ['yaml', cslYaml],
  ['yml', cslYaml],
  ['ris', ris],
]);

/** By the name of the file; `undefined` when entries of such files are not changed. */
export function bibliographyEdits(path: string): BibliographyEdits | undefined {
  return byEnding.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '');
}

function ofEntries(
  entries: (text: string) => readonly PlacedEntry[] | undefined,
  remove: BibliographyEdits['remove'],
  update: BibliographyEdits['update'],
): BibliographyEdits {
  const keys = (text: string): readonly string[] | undefined => {
    const found = entries(text);
    return found && named(found.map(({ facts }) => facts.key));
  };
  return {
    keys,
    unused: (text, cited) => (keys(text) ?? []).filter((key) => !cited.has(key)),
    remove,
    update,
  };
}

function named(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}
