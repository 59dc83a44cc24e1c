import { createRequire } from 'node:module';
import type { Citation, Engine } from 'citeproc';
import * as v from 'valibot';
import { parseStyle } from '../../../src/core/csl/cslStyle.ts';
import type { FormattedText } from '../../../src/core/csl/formattedText.ts';
import { readCiteprocHtml } from '../../../src/core/csl/readCiteprocHtml.ts';
import { localeFile } from '../../../src/core/csl/shippedCsl.ts';
import { makeProcessor } from '../../../src/engine/csl/processor.ts';
import { fileOf } from './cslShipped.ts';

/** A case of the test suite of the CSL project: sections such as `>>===== MODE =====>>` with their texts. */
export type CslCase = Readonly<Record<string, string>>;

/** What came of a case: each line of a citation or entry of a list, ours and the expected one. */
export interface CslOutcome {
  readonly ours: readonly FormattedText[];
  readonly expected: readonly FormattedText[];
}

const item = v.looseObject({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), type: v.string() });
const cite = v.looseObject({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) });
const citations = v.array(
  v.tuple([
    v.object({
      citationID: v.optional(v.string()),
      citationItems: v.array(cite),
      properties: v.object({ noteIndex: v.optional(v.number(), 0) }),
    }),
    v.unknown(),
    v.unknown(),
  ]),
);
const require = createRequire(import.meta.url);
const citeproc = v.parse(
  v.object({ Engine: v.custom<typeof Engine>((value) => typeof value === 'function') }),
  require('citeproc'),
);

/** Takes a file of the suite apart. */
export function readCase(text: string): CslCase {
  const sections = text.matchAll(/^>>=+ ([\w-]+) =+>>\r?\n([^]*?)\r?\n?^<<=+ \1 =+<</gm);
  return Object.fromEntries([...sections].map(([, name = '', content = '']) => [name, content]));
}

/** Runs a case with our reading of styles, locales and results. Throws for a case that is none. */
export function runCase(parts: CslCase): CslOutcome {
  const style = parseStyle(parts['CSL'] ?? '');
  if (!style.ok) throw new Error(style.error);
  const works = v.parse(v.array(item), JSON.parse(parts['INPUT'] ?? ''));
  const processor = makeProcessor({
    Citeproc: citeproc.Engine,
    style: style.value,
    language: '',
    localeText: (locale) => fileOf(localeFile(locale)),
  });
  processor.setWorks(new Map(works.map((work) => [work.id, work])));
  const ids = works.map(({ id }) => id);
  const texts = processor.citeproc
    .rebuildProcessorState(citationsOf(parts, ids), 'html', ids)
    .map(([, , html]) => html);
  const result = parts['RESULT'] ?? '';
  if (parts['MODE']?.trim() === 'citation') {
    return {
      ours: texts.map(runsOf),
      expected: result.split('\n').map((line) => runsOf(line.replace(/^.*?\[\d+\] /, ''))),
    };
  }
  const list = processor.citeproc.makeBibliography();
  return { ours: (list === false ? [] : list[1]).map(runsOf), expected: entriesOf(result).map(runsOf) };
}

function citationsOf(parts: CslCase, ids: readonly string[]): readonly Citation[] {
  if (parts['CITATIONS'] !== undefined) {
    const given = v.parse(citations, JSON.parse(parts['CITATIONS']));
    return given.map(([{ citationItems, properties }], index) => numbered(citationItems, index, properties.noteIndex));
  }
  if (parts['CITATION-ITEMS'] !== undefined) {
    const given = v.parse(v.array(v.array(cite)), JSON.parse(parts['CITATION-ITEMS']));
    return given.map((items, index) => numbered(items, index));
  }
  const all = ids.map((id) => ({ id }));
  return parts['MODE']?.trim() === 'citation' ? [numbered(all, 0)] : [];
}

function numbered(citationItems: Citation['citationItems'], index: number, noteIndex = 0): Citation {
  return { citationID: String(index), citationItems, properties: { noteIndex, unsorted: false } };
}

/** The entries of a list as the suite writes it. */
function entriesOf(html: string): readonly string[] {
  return html
    .split('<div class="csl-entry">')
    .slice(1)
    .map((entry) => entry.replace(/<\/div>\s*(?:<\/div>\s*)?$/, '').trim());
}

function runsOf(html: string): FormattedText {
  const { label, text } = readCiteprocHtml(html.replace(/<div class="csl-entry">|<\/div>\s*$/g, ''));
  return [...label, ...text];
}
