import { describe, expect, test } from 'vitest';
import { textOf } from '../../../../src/core/csl/formattedText.ts';
import { LocalEngine } from '../../../../src/engine/localEngine.ts';
import {
  authorYear,
  numeric,
  notes,
  files,
  works,
  cite,
  cluster,
  inText,
  formatter,
  publish,
  formatted,
  shown,
  list,
  sorted,
} from './smallStyles.ts';

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
