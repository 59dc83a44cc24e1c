import { Engine } from 'citeproc';
import type { CslItem } from '../../../../src/core/bibliography/cslItem.ts';
import type {
  CitedCluster,
  FormatAnswer,
  FormatRequest,
  FormattedDocument,
} from '../../../../src/core/csl/formatRequest.ts';
import { textOf } from '../../../../src/core/csl/formattedText.ts';
import { CslFormatter } from '../../../../src/engine/csl/cslFormatter.ts';

// Small styles and locales, and a formatter that is asked as the host asks it.

const names = '<names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>';
const locator = '<group delimiter=" "><label variable="locator" form="short"/><number variable="locator"/></group>';
const listOf = (layout: string) =>
  `<bibliography><sort><key variable="title"/></sort><layout>${layout}</layout></bibliography>`;
const style = (attributes: string, citation: string, list: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}><info><title>Small</title></info>
  <citation><layout prefix="(" suffix=")" delimiter="; ">${citation}</layout></citation>${list}</style>`;
export const authorYear = style(
  'class="in-text"',
  `<group delimiter=", ">${names}<date variable="issued" form="text" date-parts="year"/>${locator}</group>`,
  listOf('<names variable="author"/><text variable="title" font-style="italic" prefix=" " suffix="."/>'),
);
export const numeric = style(
  'class="in-text"',
  '<text variable="citation-number"/>',
  listOf('<text variable="citation-number" display="left-margin"/><text variable="title" display="right-inline"/>'),
);
export const notes = style(
  'class="note"',
  `<group delimiter=", ">${names}<text variable="title"/>${locator}</group>`,
  '',
).replace('prefix="(" suffix=")"', 'suffix="."');

const locale = (language: string, page: string, and: string) =>
  `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${language}"><terms>
  <term name="page" form="short"><single>${page}</single><multiple>${page}s</multiple></term>
  <term name="open-quote">“</term><term name="close-quote">”</term><term name="and">${and}</term><term name="et-al">et al.</term></terms>
  <date form="text"><date-part name="year"/></date></locale>`;

export const files: Readonly<Record<string, string>> = {
  'dist/citeproc.js': 'the script',
  'media/csl/styles/apa.csl': authorYear,
  'media/csl/styles/ieee.csl': numeric,
  'media/csl/locales/locales-en-US.xml': locale('en-US', 'p.', 'and'),
  'media/csl/locales/locales-de-DE.xml': locale('de-DE', 'S.', 'und'),
};

export const works: readonly CslItem[] = [
  {
    id: 'stone',
    type: 'book',
    title: 'Walls',
    author: [{ family: 'Stone', given: 'Ada' }],
    issued: { 'date-parts': [[2019]] },
  },
  {
    id: 'berg',
    type: 'book',
    title: 'Bricks',
    author: [{ family: 'Berg', given: 'Jan' }],
    issued: { 'date-parts': [[2020]] },
  },
  { id: 'none', type: 'book', title: 'Anon', issued: { 'date-parts': [[2021]] } },
];

export const cite = (key: string, suffix = '', prefix = '') => ({ key, prefix, suffix, suppressAuthor: false });
export const cluster = (...items: CitedCluster['items']): CitedCluster => ({ inText: false, items });
export const inText = (...items: CitedCluster['items']): CitedCluster => ({ inText: true, items });

export function formatter(runScript: ((script: string) => void) | undefined = publish): CslFormatter {
  return new CslFormatter({ runScript });
}

export function publish(): void {
  Object.assign(globalThis, { papersideCiteproc: Engine });
}

/** Asks as the host does: with the files that are missing, until there is an answer. */
export function answerOf(target: CslFormatter, request: Partial<FormatRequest>): FormatAnswer {
  const whole: FormatRequest = {
    style: { name: 'small.csl', text: authorYear },
    language: '',
    citations: [],
    listed: [],
    works,
    ...request,
  };
  for (let turns = 0; turns < 5; turns += 1) {
    const answer = target.format(whole);
    if (answer.kind !== 'missing') return answer;
    target.provide(answer.files.map((path) => ({ path, text: files[path] })));
  }
  throw new Error('the formatter asks for ever');
}

export function formatted(request: Partial<FormatRequest>, target = formatter()): FormattedDocument {
  const answer = answerOf(target, request);
  if (answer.kind !== 'formatted') throw new Error(JSON.stringify(answer));
  return answer;
}

export const shown = ({ citations }: FormattedDocument) =>
  citations.map(({ author, text, unknown }) => [textOf(author), textOf(text), unknown.join()].join('|'));

export const list = ({ references }: FormattedDocument) =>
  references.map(({ keys, label, text }) => [keys.join(), textOf(label), textOf(text)]);
export const named = (parent: string) =>
  `<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info></style>`;

export const sorted = (text: string) => ({
  name: 's',
  text: text.replace('<citation>', '<citation><sort><key variable="title"/></sort>'),
});
