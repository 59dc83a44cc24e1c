import { BibtexStrings } from '../../formats/bibtex/bibtexStrings.ts';
import { InheritedFields, type BibtexFields } from '../../formats/bibtex/inheritedFields.ts';
import { eolOf } from '../../text/lineEnds.ts';
import type { TextEdit } from '../../text/position.ts';
import type { BibtexEntry } from '../bibtexFile.ts';
import { scanBibtexFile } from '../bibtexScan.ts';
import { EntryIndex, factsOfBibtex } from '../entryIndex.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';
import { bibtexFields } from '../write/bibtexFields.ts';
import { entryKind, type BibtexDialect, type BibtexField } from '../write/bibtexTypes.ts';
import { placesOf, type EntryPlaces } from './bibtexPlaces.ts';
import { canonicalField, saysTheSame } from './fieldMeaning.ts';
import type { UpdatePlan } from './updatePlan.ts';

/** Fields that people fill by their own lights: they are added, never overwritten. */
const ownFields = new Set(['keywords', 'note', 'abstract', 'month', 'language', 'annotation', 'day', 'url']);
const biblatexFields = ['date', 'journaltitle', 'eprinttype', 'location', 'urldate'];

/**
 * Plans to bring the entries of these papers in a .bib file up to what is known of them: a field that is missing is added
 * behind the others, one that says something else gets the value of the library, one that says the same in other words or
 * letters stays as it is written. No field is taken away, neither key nor type changes; all else stays byte for byte. Papers that the
 * file does not have and entries that are broken are passed over.
 */
export function planBibtexUpdate(bib: string, papers: readonly KeyedPaper[]): UpdatePlan {
  const { entries, strings } = scanBibtexFile(bib);
  const index = new EntryIndex(entries.map(factsOfBibtex));
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  const inherited = new InheritedFields(entries, new BibtexStrings(strings));
  const dialect = dialectOf(entries);
  const eol = eolOf(bib);
  const edits: TextEdit[] = [];
  const changed = new Set<string>();
  for (const { paper, key } of papers) {
    const entry = byKey.get(index.find(paper, key) ?? '');
    const places = entry === undefined || changed.has(entry.key) ? undefined : placesOf(bib, entry);
    if (entry === undefined || places === undefined) continue;
    const known = bibtexFields(paper, entryKind(paper, dialect), dialect);
    const ofEntry = entryEdits(bib, { places, values: inherited.of(entry), known, eol });
    if (ofEntry.length > 0) changed.add(entry.key);
    edits.push(...ofEntry);
  }
  return { edits: edits.toSorted((a, b) => a.start - b.start), changed: [...changed] };
}

interface EntryUpdate {
  readonly places: EntryPlaces;
  /** What the entry says, inherited values and all. */
  readonly values: BibtexFields;
  readonly known: readonly BibtexField[];
  /** Of the file. */
  readonly eol: string;
}

function entryEdits(bib: string, { places, values, known, eol }: EntryUpdate): readonly TextEdit[] {
  const written = new Map([...values].map(([name, value]) => [canonicalField(name), value]));
  const own = new Map(places.fields.toReversed().map((place) => [canonicalField(place.name), place]));
  const edits: TextEdit[] = [];
  const missing: BibtexField[] = [];
  for (const [name, value] of known) {
    const field = canonicalField(name);
    const place = own.get(field);
    const before = written.get(field);
    if (before === undefined || before.trim() === '') {
      if (place === undefined) missing.push([name, value]);
      else edits.push({ start: place.valueStart, end: place.valueEnd, text: value });
    } else if (place !== undefined && !ownFields.has(field) && !saysTheSame(field, before, value)) {
      edits.push({ start: place.valueStart, end: place.valueEnd, text: value });
    }
  }
  return missing.length === 0 ? edits : [...edits, additions(bib, { places, missing, eol })];
}

/** Behind the last field, laid out as that is: on lines of their own, or on its line. */
function additions(
  bib: string,
  { places, missing, eol }: Pick<EntryUpdate, 'places' | 'eol'> & { readonly missing: readonly BibtexField[] },
): TextEdit {
  const { fields, fieldsEnd, hasComma } = places;
  const last = fields.at(-1);
  const before = last === undefined ? '' : bib.slice(Math.max(0, last.start - 200), last.start);
  const indent = last === undefined ? '  ' : /[\r\n]([ \t]*)$/.exec(before)?.[1];
  const joint = indent === undefined ? ' ' : eol + indent;
  const written = missing.map(([name, value]) => `${name} = ${value}`);
  const text = `${hasComma ? '' : ','}${joint}${written.join(`,${joint}`)}${hasComma ? ',' : ''}`;
  return { start: fieldsEnd, end: fieldsEnd, text };
}

/** A file that uses the names of BibLaTeX gets more of these. */
function dialectOf(entries: readonly BibtexEntry[]): BibtexDialect {
  const modern = entries.filter(({ fields }) => biblatexFields.some((name) => fields.has(name))).length;
  const classic = entries.filter(({ fields }) => fields.has('year') || fields.has('journal')).length;
  return modern > classic ? 'biblatex' : 'bibtex';
}
