import { Engine } from 'citeproc';
import { describe, expect, test } from 'vitest';
import type { CslItem } from '../../../../src/core/bibliography/cslItem.ts';
import type {
  CitedCluster,
  FormatAnswer,
  FormatRequest,
  FormattedDocument,
} from '../../../../src/core/csl/formatRequest.ts';
import { textOf } from '../../../../src/core/csl/formattedText.ts';
import { CslFormatter } from '../../../../src/engine/csl/cslFormatter.ts';
import { LocalEngine } from '../../../../src/engine/localEngine.ts';

const names = '<names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>';
const locator = '<group delimiter=" "><label variable="locator" form="short"/><number variable="locator"/></group>';
const listOf = (layout: string) =>
  `<bibliography><sort><key variable="title"/></sort><layout>${layout}</layout></bibliography>`;
const style = (attributes: string, citation: string, list: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}><info><title>Small</title></info>
  <citation><layout prefix="(" suffix=")" delimiter="; ">${citation}</layout></citation>${list}</style>`;
const authorYear = style(
  'class="in-text"',
  `<group delimiter=", ">${names}<date variable="issued" form="text" date-parts="year"/>${locator}</group>`,
  listOf('<names variable="author"/><text variable="title" font-style="italic" prefix=" " suffix="."/>'),
);
const numeric = style(
  'class="in-text"',
  '<text variable="citation-number"/>',
  listOf('<text variable="citation-number" display="left-margin"/><text variable="title" display="right-inline"/>'),
);
const notes = style(
  'class="note"',
  `<group delimiter=", ">${names}<text variable="title"/>${locator}</group>`,
  '',
).replace('prefix="(" suffix=")"', 'suffix="."');

const locale = (language: string, page: string, and: string) =>
  `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${language}"><terms>
  <term name="page" form="short"><single>${page}</single><multiple>${page}s</multiple></term>
  <term name="open-quote">“</term><term name="close-quote">”</term><term name="and">${and}</term><term name="et-al">et al.</term></terms>
  <date form="text"><date-part name="year"/></date></locale>`;

const files: Readonly<Record<string, string>> = {
  'dist/citeproc.js': 'the script',
  'media/csl/styles/apa.csl': authorYear,
  'media/csl/styles/ieee.csl': numeric,
  'media/csl/locales/locales-en-US.xml': locale('en-US', 'p.', 'and'),
  'media/csl/locales/locales-de-DE.xml': locale('de-DE', 'S.', 'und'),
};

const works: readonly CslItem[] = [
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

const cite = (key: string, suffix = '', prefix = '') => ({ key, prefix, suffix, suppressAuthor: false });
const cluster = (...items: CitedCluster['items']): CitedCluster => ({ inText: false, items });
const inText = (...items: CitedCluster['items']): CitedCluster => ({ inText: true, items });

function formatter(runScript: ((script: string) => void) | undefined = publish): CslFormatter {
  return new CslFormatter({ get: () => undefined, runScript });
}

function publish(): void {
  Object.assign(globalThis, { papersideCiteproc: Engine });
}

/** Asks as the host does: with the files that are missing, until there is an answer. */
function answerOf(target: CslFormatter, request: Partial<FormatRequest>): FormatAnswer {
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

function formatted(request: Partial<FormatRequest>, target = formatter()): FormattedDocument {
  const answer = answerOf(target, request);
  if (answer.kind !== 'formatted') throw new Error(JSON.stringify(answer));
  return answer;
}

const shown = ({ citations }: FormattedDocument) =>
  citations.map(({ author, text, unknown }) => [textOf(author), textOf(text), unknown.join()].join('|'));

const list = ({ references }: FormattedDocument) =>
  references.map(({ keys, label, text }) => [keys.join(), textOf(label), textOf(text)]);
const named = (parent: string) =>
  `<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info></style>`;

describe('citations', () => {
  test('have prefixes, locators, suffixes and suppressed authors', () => {
    const answer = formatted({
      citations: [
        cluster(cite('stone', ', p. 3', 'see *also*'), cite('berg', ', and more')),
        cluster({ ...cite('stone', ', p.s 4-5 there'), suppressAuthor: true }),
      ],
    });
    expect(shown(answer)).toEqual(['|(see also Stone, 2019, p. 3; Berg, 2020, and more)|', '|(2019, p.s 4–5 there)|']);
    expect(answer.citations[0]?.text).toContainEqual({ text: 'also', italic: true });
  });

  test('in text have their author before them', () => {
    const citations = [
      inText(cite('stone')),
      inText(cite('berg', 'p. 2'), cite('stone')),
      inText(cite('none')),
      inText(cite('stone', 'and more')),
    ];
    expect(shown(formatted({ citations }))).toEqual([
      'Stone|(2019)|',
      'Berg|(2020, p. 2; Stone, 2019)|',
      'Anon|(2021)|',
      'Stone|(2019, and more)|',
    ]);
    expect(shown(formatted({ citations, style: { shipped: 'ieee' } }))).toEqual([
      '|(3)|',
      '|(2; 3)|',
      '|(1)|',
      '|(3, and more)|',
    ]);
    expect(shown(formatted({ citations, style: { name: 'n', text: notes } }))).toEqual([
      'Stone|Walls.|',
      'Berg|Bricks, p. 2; Stone, Walls.|',
      'Anon||',
      'Stone|Walls, and more.|',
    ]);
  });

  test('in notes begin with a capital letter', () => {
    const citations = [cluster(cite('stone', '', 'see')), cluster(cite('berg', '', 'é.'))];
    expect(shown(formatted({ citations, style: { name: 'n', text: notes } }))).toEqual([
      '|See Stone, Walls.|',
      '|É. Berg, Bricks.|',
    ]);
  });

  test('are sorted as the style says, but for works that are introduced or belong to the author before them', () => {
    const sorted = (text: string) => ({
      name: 's',
      text: text.replace('<citation>', '<citation><sort><key variable="title"/></sort>'),
    });
    const citations = [
      cluster(cite('stone'), cite('berg')),
      cluster(cite('stone'), cite('berg', '', 'see')),
      cluster(cite('stone', ' and more'), cite('berg')),
      inText(cite('stone'), cite('berg')),
    ];
    expect(shown(formatted({ citations, style: sorted(authorYear) }))).toEqual([
      '|(Berg, 2020; Stone, 2019)|',
      '|(Stone, 2019; see Berg, 2020)|',
      '|(Stone, 2019 and more; Berg, 2020)|',
      'Stone|(2019; Berg, 2020)|',
    ]);
    expect(shown(formatted({ citations, style: sorted(numeric) })).at(-1)).toBe('|(1; 2)|');
  });

  test('of works that nobody knows are named', () => {
    const answer = formatted({
      citations: [cluster(cite('stone'), cite('nobody')), inText(cite('nobody')), cluster(cite('berg'))],
    });
    expect(shown(answer)).toEqual(['|(Stone, 2019)|nobody', '||nobody', '|(Berg, 2020)|']);
  });

  test('of hostile works are text', () => {
    const title = '<script>alert(1)</script> <img src=x onerror="y"> <a href="command:x">z</a>';
    const answer = formatted({
      style: { name: 'n', text: notes },
      works: [{ id: 'x', type: 'book', title, author: [{ family: '<u>', given: '"' }] }],
      citations: [cluster(cite('x', ', <b onclick="x">'))],
    });
    expect(textOf(answer.citations[0]?.text ?? [])).toContain('<script>alert(1)</script> <img src=x');
    expect(answer.citations[0]?.text.every((run) => Object.keys(run).join() === 'text')).toBe(true);
  });

  test('are in the language of the text', () => {
    const citations = [cluster(cite('stone', ', S. 3'))];
    expect(shown(formatted({ citations, language: 'de-CH' }))).toEqual(['|(Stone, 2019, S. 3)|']);
    expect(shown(formatted({ citations, language: 'xx' }))).toEqual(['|(Stone, 2019, S. 3)|']);
    const german = { name: 'g', text: authorYear.replace('class=', 'default-locale="de-DE" class=') };
    expect(shown(formatted({ citations: [cluster(cite('stone', ', 3'))], style: german }))).toEqual([
      '|(Stone, 2019, S. 3)|',
    ]);
    expect(shown(formatted({ citations: [cluster(cite('stone', ', 3'))], style: german, language: 'en' }))).toEqual([
      '|(Stone, 2019, p. 3)|',
    ]);
  });

  test('follow works that change under one key, and forget what was asked before', () => {
    const target = formatter();
    const [stone, ...others] = works;
    const request = { citations: [cluster(cite('stone'))] };
    expect(shown(formatted(request, target))).toEqual(['|(Stone, 2019)|']);
    const later = [{ ...stone, id: 'stone', type: 'book', issued: { 'date-parts': [[2022]] } } as const, ...others];
    const changed = formatted({ ...request, works: later }, target);
    expect(shown(changed)).toEqual(['|(Stone, 2022)|']);
    expect(formatted({ listed: ['berg'] }, target).references.map(({ keys }) => keys)).toEqual([['berg']]);
  });
});

describe('a reference list', () => {
  test('holds what is cited and listed in the order of the style, with labels', () => {
    const asked = { citations: [cluster(cite('stone'))], listed: ['berg', 'stone', 'nobody'] };
    expect(list(formatted(asked))).toEqual([
      ['berg', '', 'Jan Berg Bricks.'],
      ['stone', '', 'Ada Stone Walls.'],
    ]);
    expect(list(formatted({ ...asked, style: { shipped: 'ieee' } }))).toEqual([
      ['berg', '1', 'Bricks'],
      ['stone', '2', 'Walls'],
    ]);
    expect(formatted({ ...asked, style: { name: 'n', text: notes } }).references).toEqual([]);
  });
});

describe('a style', () => {
  const citations = [cluster(cite('stone'))];
  const fallback = 'American Psychological Association, 7th edition is used instead.';

  test('that cannot be read is replaced, and the answer says why', () => {
    const answer = formatted({ citations, style: { name: 'mine.csl', text: '<style>\n<oops></style>' } });
    expect(shown(answer)).toEqual(['|(Stone, 2019)|']);
    expect(answer.problem).toBe(
      `The citation style mine.csl cannot be used: line 2: unexpected close tag. ${fallback}`,
    );
  });

  test('that makes citeproc fail is replaced, too', () => {
    const endless = '<macro name="endless"><text macro="endless"/></macro><citation><layout><text macro="endless"/>';
    const broken = authorYear.replace('<citation><layout prefix="(" suffix=")" delimiter="; ">', endless);
    const answer = formatted({ citations, style: { name: 'mine.csl', text: broken } });
    expect(shown(answer)).toEqual(['|(Stone, 2019)|']);
    expect(answer.problem).toMatch(/^The citation style mine\.csl cannot be used: .*endless.*\. American/);
  });

  test('may name one that is shipped, and no other', () => {
    const known = formatted({ citations, style: { name: 'j.csl', text: named('ieee') } });
    expect([shown(known), known.problem]).toEqual([['|(1)|'], undefined]);
    const unknown = formatted({ citations, style: { name: 'j.csl', text: named('rare') } });
    expect(unknown.problem).toBe(
      'The citation style j.csl cannot be used: it only names another style, rare.csl: add that one to the workspace ' +
        `and choose it. ${fallback}`,
    );
  });
});

describe('what is needed', () => {
  test('is named, and asked for once', () => {
    const target = formatter();
    const request: FormatRequest = { style: { shipped: 'ieee' }, language: 'de', citations: [], listed: [], works };
    expect(target.format(request)).toEqual({ kind: 'missing', files: ['media/csl/styles/ieee.csl'] });
    target.provide([{ path: 'media/csl/styles/ieee.csl', text: numeric }]);
    expect(target.format(request)).toEqual({
      kind: 'missing',
      files: ['dist/citeproc.js', 'media/csl/locales/locales-en-US.xml', 'media/csl/locales/locales-de-DE.xml'],
    });
  });

  test('and cannot be read ends in a message', () => {
    const target = formatter();
    target.provide([{ path: 'media/csl/styles/ieee.csl', text: undefined }]);
    const message = 'Citations cannot be formatted: a file of Paperside cannot be read. Install Paperside again.';
    expect(answerOf(target, { style: { shipped: 'ieee' } })).toEqual({ kind: 'failed', message });
    const scriptless = formatter();
    scriptless.provide([{ path: 'dist/citeproc.js', text: undefined }]);
    expect(answerOf(scriptless, { style: { shipped: 'ieee' } })).toEqual({
      kind: 'failed',
      message: 'Citations cannot be formatted: dist/citeproc.js cannot be read',
    });
    expect(answerOf(new CslFormatter({ get: () => undefined, runScript: undefined }), {})).toEqual({
      kind: 'failed',
      message: 'Citations cannot be formatted in this browser.',
    });
  });

  test('is run once', () => {
    const scripts: string[] = [];
    const target = formatter((script) => {
      scripts.push(script);
      publish();
    });
    formatted({ citations: [] }, target);
    formatted({ style: { shipped: 'ieee' } }, target);
    expect(scripts).toEqual(['the script']);
  });
});

test('the engine formats papers of its library by key and alias', async () => {
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    runScript: publish,
  });
  const text = '@book{stone2019, title={Walls}, author={Ada Stone}, year={2019}}';
  await engine.update([{ kind: 'text', uri: 'file:///w/a.bib', text }]);
  await engine.provideCslFiles(Object.entries(files).map(([path, content]) => ({ path, text: content })));
  const [alias = ''] = (await engine.paper('stone2019'))?.aliases ?? [];
  const answer = await engine.formatCitations({
    style: { shipped: 'apa' },
    language: 'en',
    citations: [cluster(cite('stone2019')), cluster(cite(alias, ', p. 1'))],
    listed: [],
  });
  if (answer.kind !== 'formatted') throw new Error(answer.kind);
  expect(shown(answer)).toEqual(['|(Stone, 2019)|', '|(Stone, 2019, p. 1)|']);
  expect(answer.references.map(({ keys }) => keys)).toEqual([['stone2019']]);
});
