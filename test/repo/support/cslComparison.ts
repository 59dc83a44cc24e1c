import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { citationNotes } from '../../../src/core/citations/pandoc/citationNotes.ts';
import { scanCitations } from '../../../src/core/citations/pandoc/scanCitations.ts';
import { citationInNote } from '../../../src/core/csl/citationInNote.ts';
import type { FormattedCitation } from '../../../src/core/csl/formatRequest.ts';
import { textOf } from '../../../src/core/csl/formattedText.ts';
import type { ShippedStyle } from '../../../src/core/csl/shippedCsl.ts';
import { cslDocuments, type CslDocument } from './cslDocuments.ts';
import { plainCitation, type PandocOutput } from './cslPandoc.ts';
import { formatShipped } from './cslShipped.ts';
import { citedWorks } from './cslWorks.ts';
import { repositoryRoot } from './repository.ts';

/** A text of ours and pandoc's. */
export interface Pair {
  readonly style: ShippedStyle;
  /** `order`: the keys of the reference list. */
  readonly kind: 'citation' | 'reference' | 'order';
  /** As the document has it, or the key of the reference. */
  readonly source: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The documents that are compared. */
export const comparedDocuments = cslDocuments(40);
/** What pandoc printed of them. */
export const recordFile = join(repositoryRoot, 'test/fixtures/pandoc/citations.json');

const recorded = v.object({
  pandoc: v.string(),
  styles: v.record(
    v.string(),
    v.array(v.object({ citations: v.array(v.string()), references: v.record(v.string(), v.string()) })),
  ),
});

/** The version of pandoc and what it printed of each document, by style. */
export function readRecord(): v.InferOutput<typeof recorded> {
  return v.parse(recorded, JSON.parse(readFileSync(recordFile, 'utf8')));
}

/**
 * All texts of a document in a style. Where the reference lists are in another order, which is a text of its own, numbers
 * are compared as the works that they mean: each work has then the number that it has in our list.
 */
export function compareDocument(style: ShippedStyle, document: CslDocument, theirs: PandocOutput): readonly Pair[] {
  const ours = oursOf(style, document);
  if (theirs.citations.length !== ours.citations.length) throw new Error(`other citations: ${document.text}`);
  const keys = ours.references.map(({ key }) => key);
  const theirKeys = Object.keys(theirs.references);
  const isOtherOrder = keys.join(' ') !== theirKeys.join(' ');
  const numbers = new Map(
    ours.references.flatMap(({ key, text }) => {
      const their = labelOf(theirs.references[key] ?? '');
      const our = labelOf(text);
      return their === undefined || our === undefined ? [] : [[their, our] as const];
    }),
  );
  const numbered = (text: string): string => (isOtherOrder ? byNumber(text) : text);
  const renumbered = (text: string): string =>
    isOtherOrder ? byNumber(text.replace(citedNumber, (number) => numbers.get(number) ?? number)) : text;
  const order: Pair = {
    style,
    kind: 'order',
    source: document.text,
    ours: keys.join(' '),
    theirs: theirKeys.join(' '),
  };
  const references = ours.references.map(({ key, text }): Pair => {
    const their = theirs.references[key] ?? '';
    const label = labelOf(their);
    const number = label === undefined ? undefined : numbers.get(label);
    return {
      style,
      kind: 'reference',
      source: key,
      ours: text,
      theirs: number === undefined ? their : their.replace(/\d+/, number),
    };
  });
  const citations = ours.citations.map(({ source, text }, at): Pair => ({
    style,
    kind: 'citation',
    source,
    ours: numbered(text),
    theirs: renumbered(theirs.citations[at] ?? ''),
  }));
  return [...citations, ...references, order];
}

/** The number of a work in a citation, and not one of a locator (`[3:12]`) or a year. */
const citedNumber = /(?<![\d:.–(])(?<!p\. )\b\d{1,2}\b(?![\d.])/g;

/** The number that an entry begins with. */
function labelOf(entry: string): string | undefined {
  return /^\[?(\d{1,2})[\].]/.exec(entry)?.[1];
}

/** The works of a citation in an order that does not depend on their numbers. */
function byNumber(text: string): string {
  return /^\[.*\]$/.test(text) ? text.slice(1, -1).split(',').sort().join(',') : text;
}

interface OurTexts {
  readonly citations: readonly { readonly source: string; readonly text: string }[];
  readonly references: readonly { readonly key: string; readonly text: string }[];
}

function oursOf(style: ShippedStyle, { text, language, listed }: CslDocument): OurTexts {
  const scan = scanCitations(text);
  const notes = citationNotes(text, scan);
  const clusters = scan.clusters.map(({ kind, items }, index) => ({
    inText: kind === 'inText',
    items,
    note: notes[index]?.note,
    inNote: notes[index]?.place !== undefined,
  }));
  // Pandoc lists them in the order of the bibliography.
  const uncited = citedWorks.map(({ id }) => id).filter((id) => listed.includes(id));
  const request = { style: { shipped: style }, language, citations: clusters, listed: uncited, works: citedWorks };
  const { citations, references, inNotes } = formatShipped(request);
  const read = citations.map((citation, index) => ({
    citation,
    cluster: clusters[index],
    scanned: scan.clusters[index],
    note: notes[index],
  }));
  // Pandoc has the notes where they are referred to.
  const inOrder = read.sort((a, b) => (a.note?.note ?? 0) - (b.note?.note ?? 0));
  return {
    citations: inOrder.map(({ citation, cluster, scanned, note }) => {
      const place =
        inNotes && note?.place !== undefined ? { ...note.place, inText: cluster?.inText === true } : undefined;
      return { source: text.slice(scanned?.range.start, scanned?.range.end), text: shownText(citation, place) };
    }),
    references: references.map(({ keys: [key = ''], label, text: entry }) => ({
      key,
      text: plainCitation(`${textOf(label)} ${textOf(entry)}`),
    })),
  };
}

function shownText(citation: FormattedCitation, place: Parameters<typeof citationInNote>[1] | undefined): string {
  if (place !== undefined) return plainCitation(textOf(citationInNote(citation, place)));
  return plainCitation(`${textOf(citation.author)} ${textOf(citation.text)}`);
}
