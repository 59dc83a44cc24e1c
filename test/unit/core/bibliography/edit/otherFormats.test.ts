import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bibliographyEdits } from '../../../../../src/core/bibliography/edit/bibliographyEdits.ts';
import type { KeyedPaper } from '../../../../../src/core/bibliography/planBibtexInsert.ts';
import { planBibliographyInsert } from '../../../../../src/core/bibliography/planBibliographyInsert.ts';
import { exportFormats } from '../../../../../src/core/bibliography/write/exportFormats.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { growth } from '../../../../support/growth.ts';
import { applyEdits } from '../../citations/support.ts';

function paper(title: string, more: Partial<PaperFields> = {}): PaperFields {
  return { title, abstract: '', authors: [], keywords: [], ...more };
}

function edits(path: string) {
  const found = bibliographyEdits(path);
  if (found === undefined) throw new Error(path);
  return found;
}

function removed(path: string, text: string, ...keys: readonly string[]): string {
  return applyEdits(text, edits(path).remove(text, new Set(keys)));
}

function key(at: number): string {
  return `k${at}`;
}

function updated(path: string, text: string, ...papers: readonly KeyedPaper[]): string {
  return applyEdits(text, edits(path).update(text, papers).edits);
}

const lichens = paper('Lichens on Walls', {
  authors: ['Ada Stone', 'Ben Slate'],
  year: 2019,
  doi: '10.1000/walls',
  venue: 'Journal of Walls',
});

describe('removing', () => {
  test.each([
    ['a.json', '[\n  {"id": "a"},\n  {"id": "b"}\n]\n', '[\n  {"id": "b"}\n]\n'],
    ['a.json', '[{"id": "b"}, {"id": "a"}]', '[{"id": "b"}]'],
    [
      'a.json',
      '\uFEFF[\r\n  {"id":"b"},\r\n  {"id":"a"} , {"id":"c"}\r\n]',
      '\uFEFF[\r\n  {"id":"b"},\r\n  {"id":"c"}\r\n]',
    ],
    ['a.json', '[ {"id": "a"} ]', '[  ]'],
    ['a.json', '{"id": "a"}', '{"id": "a"}'],
    ['a.yaml', 'references:\n- id: a\n  title: A\n\n- id: b\n', 'references:\n- id: b\n'],
    ['a.yaml', '# mine\n- id: b\n# about a\n- id: a\n  note: |\n    x\n', '# mine\n- id: b\n# about a\n'],
    ['a.yml', '---\r\nreferences:\r\n  - id: a\r\n  - id: b\r\n...\r\n', '---\r\nreferences:\r\n  - id: b\r\n...\r\n'],
    ['a.yaml', 'references:\n  - id: a\nx: y\n', 'references:\n  []\nx: y\n'],
    ['a.yaml', 'references: [{id: a}, {id: b}]\n', 'references: [{id: a}, {id: b}]\n'],
    ['a.yaml', '- &x\n  id: a\n- id: b\n', '- &x\n  id: a\n- id: b\n'],
    ['a.ris', 'TY  - JOUR\nID  - a\nER  - \n\nTY  - BOOK\nID  - b\nER  - \n', 'TY  - BOOK\nID  - b\nER  - \n'],
    [
      'a.ris',
      'TY  - BOOK\r\nID  - b\r\nER  -\r\nTY  - JOUR\r\nID  - a\r\nER  - ',
      'TY  - BOOK\r\nID  - b\r\nER  -\r\n',
    ],
    ['a.ris', 'TY  - JOUR\nID  - a\n', 'TY  - JOUR\nID  - a\n'],
  ])('a from %s %j', (path, text, expected) => {
    expect(removed(path, text, 'a')).toBe(expected);
  });

  test('entries that nobody cites are told, and what cannot be read', () => {
    const json = edits('x.JSON');
    expect(json.unused('[{"id":"a"},{"id":2},{"id":"c"}]', new Set(['c']))).toEqual(['a', '2']);
    expect([json.keys('{'), edits('x.yml').keys('a: [')]).toEqual([undefined, undefined]);
    expect(bibliographyEdits('a.txt')).toBeUndefined();
  });
});

describe('updating', () => {
  test('CSL-JSON: values are replaced, members added, all else stays', () => {
    const text =
      '[\n\t{\n\t\t"id": "mine",  "title": "<i>Lichens</i> on walls",\n\t\t"issued": {"date-parts": [[2018]]},\n\t\t"note" : "read"\n\t},\n\t{"id": "b"}\n]\n';
    const after = updated('a.json', text, { paper: lichens, key: 'mine' });
    expect(after).toContain(
      '"id": "mine",  "title": "<i>Lichens</i> on walls",\n\t\t"issued": {\n\t\t\t"date-parts": [',
    );
    expect(after).toContain('\n\t\t"note" : "read",\n\t\t"author": [\n\t\t\t{\n\t\t\t\t"family": "Stone",');
    expect(after.endsWith('\n\t},\n\t{"id": "b"}\n]\n')).toBe(true);
    expect(updated('a.json', after, { paper: lichens, key: 'mine' })).toBe(after);
    const line = '[{"id":"mine","title":"Lichens on Walls","DOI":"https://doi.org/10.1000/WALLS"}]';
    expect(
      updated('a.json', line, { paper: paper('Lichens on Walls', { doi: '10.1000/walls', year: 2019 }), key: 'x' }),
    ).toBe(line.replace('}]', ', "issued": {"date-parts":[[2019]]}}]'));
  });

  test('CSL-YAML', () => {
    const text =
      '# top\nreferences:\n  - id: mine # key\n    title: Lichens on walls\n    container-title: Walls Weekly # hm\n    DOI:\n    note: |\n      kept\n\n  - id: b\n';
    const after = updated('a.yaml', text, { paper: lichens, key: 'mine' });
    expect(
      after.startsWith(
        '# top\nreferences:\n  - id: mine # key\n    title: Lichens on walls\n    container-title: Journal of Walls # hm\n    DOI: "10.1000/walls"\n    note: |\n      kept\n    author:\n    - family: Stone\n',
      ),
    ).toBe(true);
    expect(after.endsWith('\n\n  - id: b\n')).toBe(true);
    expect(updated('a.yaml', after, { paper: lichens, key: 'mine' })).toBe(after);
  });

  test('RIS', () => {
    const text =
      'TY  - JOUR\r\nID  - mine\r\nT1  - Lichens on walls\r\nAU  - Stone, A.\r\nPY  - 2018\r\nN1  - read\r\nER  - \r\n\r\nTY  - BOOK\r\nID  - b\r\nER  - \r\n';
    const after = updated('a.ris', text, { paper: lichens, key: 'mine' });
    expect(after).toBe(
      text
        .replace('AU  - Stone, A.\r\n', 'AU  - Stone, Ada\r\nAU  - Slate, Ben\r\n')
        .replace('2018', '2019')
        .replace('read\r\n', 'read\r\nT2  - Journal of Walls\r\nDO  - 10.1000/walls\r\n'),
    );
    expect(updated('a.ris', after, { paper: lichens, key: 'mine' })).toBe(after);
  });
});

describe.each(['json', 'yaml', 'ris'])('any sequence of adding, updating and removing in .%s', (ending) => {
  const path = `a.${ending}`;
  const format = exportFormats.find(({ extension }) => extension === ending);
  const words = ['Moss', 'Fern', 'Reed', 'Alga', 'Kelp', 'Dune', 'Marl', 'Loam'];
  const papers = words.map((word, at) =>
    paper(`${word} of *the* "North": a & b [${at}]`, {
      authors: [`Ann ${word}son`],
      year: 2000 + at,
      doi: `10.1/${word}`,
    }),
  );

  function entryOf(at: number, spaced: boolean): string {
    const [known] = [papers[at]];
    if (known === undefined || format === undefined) return '';
    const bare = paper(known.title, spaced ? { authors: [...known.authors, 'Somebody Else'] } : { year: 2001 + at });
    return format.write(bare, key(at), false);
  }

  function fileOf(places: readonly number[], eol: string, spaced: boolean): string {
    const [before = '', between = '', after = ''] = format?.frame ?? [];
    const text = before + places.map((at) => entryOf(at, spaced)).join(between) + after;
    return text.replaceAll('\n', eol);
  }

  const step = fc.record({ kind: fc.constantFrom('add', 'update', 'remove'), at: fc.nat(words.length - 1) });

  test('leaves untouched entries byte for byte, and the file readable', () => {
    const start = fc.uniqueArray(fc.nat(words.length - 1), { minLength: 1 });
    fc.assert(
      fc.property(
        start,
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (places, steps, eol, spaced) => {
          let text = fileOf(places, eol, spaced);
          const present = new Set(places);
          const touched = new Set<number>();
          for (const { kind, at } of steps) {
            const known = papers[at];
            if (known === undefined) continue;
            if (kind === 'remove') {
              text = removed(path, text, key(at));
              present.delete(at);
            } else if (kind === 'update') {
              text = updated(path, text, { paper: known, key: key(at) });
              touched.add(at);
              if (present.has(at)) expect(text.toLowerCase()).toContain(`10.1/${words[at]?.toLowerCase() ?? ''}`);
            } else if (ending === 'json' && !present.has(at)) {
              const plan = planBibliographyInsert(path, text, [{ paper: known, key: key(at) }]);
              if (plan.ok && plan.value.edit !== undefined) text = applyEdits(text, [plan.value.edit]);
              touched.add(at);
              present.add(at);
            }
            expect([...(edits(path).keys(text) ?? [])].toSorted()).toEqual([...present].map(key).toSorted());
          }
          for (const at of present) {
            if (!touched.has(at)) expect(text).toContain(entryOf(at, spaced).replaceAll('\n', eol));
          }
          expect(text.replaceAll('\r\n', '').includes(eol === '\n' ? '\r' : '\n')).toBe(false);
          if (ending === 'json') JSON.parse(text);
          if (ending === 'yaml') parse(text);
        },
      ),
    );
  });
});

test.each(['json', 'yaml', 'ris', 'bib'])(
  'ten times the entries of a .%s file take about ten times the time',
  (ending) => {
    const path = `a.${ending}`;
    const format = exportFormats.find(({ extension }) => extension === ending);
    const [before = '', between = '', after = ''] = format?.frame ?? [];
    const prepare = (size: number) => {
      const papers = Array.from({ length: size }, (_, at) => paper(`Work ${at} of many`, { year: 2000 }));
      const entries = papers.map((known, at) => format?.write({ ...known, year: undefined }, key(at), false) ?? '');
      const known = papers.map((one, at): KeyedPaper => ({ paper: { ...one, doi: `10.1/${at}` }, key: key(at) }));
      return { text: before + entries.join(between) + after, known };
    };
    const work = ({ text, known }: ReturnType<typeof prepare>) => {
      const { changed } = edits(path).update(text, known);
      expect(changed).toHaveLength(known.length);
      const odd = new Set(known.map((one) => one.key).filter((_, at) => at % 2 === 1));
      expect(edits(path).keys(applyEdits(text, edits(path).remove(text, odd)))).toHaveLength(known.length / 2);
    };
    expect(growth(prepare, work, { small: 200, large: 2_000, enough: 20 })).toBeLessThan(30);
  },
);
