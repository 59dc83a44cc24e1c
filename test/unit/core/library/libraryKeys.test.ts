import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { generatedKey } from '../../../../src/core/library/citationKey.ts';
import { PaperLibrary } from '../../../../src/core/library/paperLibrary.ts';
import { anyTitle, keysOf, libraryOf, recordAt } from './records.ts';

/** A hash whose first five characters are always the same; the rest depends on the text. */
function collidingHash(text: string): string {
  return `22222${Array.from(text, (character) => 'abcdefgh'.charAt(character.charCodeAt(0) % 8)).join('')}`;
}

describe('keys', () => {
  test('a key of a file wins; the generated one stays an alias', () => {
    const title = 'Attention for Everybody';
    const library = libraryOf({ 'a.txt': [recordAt(0, { title })] });
    expect(keysOf(library)).toEqual([generatedKey(title)]);
    library.setFile('b.bib', [recordAt(0, { title, key: 'byron2020' })]);
    library.commit();
    expect(keysOf(library)).toEqual(['byron2020']);
    expect(library.get(generatedKey(title))?.key).toBe('byron2020');
    library.removeFile('a.txt');
    library.commit();
    expect(library.get(generatedKey(title))?.key).toBe('byron2020');
  });

  test('two papers claim a key: the first keeps it, the other gets its generated one', () => {
    const library = libraryOf({
      a: [recordAt(0, { title: 'First Things', key: 'smith' })],
      b: [recordAt(0, { title: 'Second Thoughts', key: 'smith' })],
    });
    expect(keysOf(library)).toEqual(['smith', generatedKey('Second Thoughts')]);
    expect(library.get('smith')?.title).toBe('First Things');
  });

  test('an alias never shadows a key of a file', () => {
    const taken = generatedKey('Second Thoughts');
    const library = libraryOf({
      a: [recordAt(0, { title: 'Second Thoughts' })],
      b: [recordAt(0, { title: 'Something Else', key: taken })],
    });
    expect(library.get(taken)?.title).toBe('Something Else');
    expect(library.papers()[0]?.key).toMatch(/^second-thoughts-[a-z2-9]{10}$/);
  });

  test('names of JavaScript are keys like any other', () => {
    const library = libraryOf({
      a: ['__proto__', 'constructor', 'toString'].map((key, line) => recordAt(line, { title: `Title ${key} x`, key })),
    });
    expect(library.get('__proto__')?.title).toBe('Title __proto__ x');
    expect(library.get('hasOwnProperty')).toBeUndefined();
    expect(library.get('valueOf')).toBeUndefined();
  });

  test('colliding hashes: both get longer keys, the short one means nobody, in any order', () => {
    const one = recordAt(0, { title: 'Nets: one' });
    const two = recordAt(9, { title: 'Nets: two' });
    const library = libraryOf({ a: [one, two] }, collidingHash);
    const [first = '', second = ''] = keysOf(library);
    expect(first).not.toBe(second);
    expect(first.startsWith('nets-22222')).toBe(true);
    expect(library.get('nets-22222')).toBeUndefined();
    expect(keysOf(libraryOf({ a: [two], b: [one] }, collidingHash))).toEqual([second, first]);
    // Alone, each is called by the short one.
    expect(keysOf(libraryOf({ a: [two] }, collidingHash))).toEqual(['nets-22222']);
  });

  test('a cited generated key survives two versions of the work in a bibliography', () => {
    const title = 'Preprints and Journals';
    const library = libraryOf({ 'a.txt': [recordAt(0, { title })] });
    library.setFile('b.bib', [
      recordAt(0, { title, key: 'pre', doi: '10.1101/p' }),
      recordAt(9, { title, key: 'pub', doi: '10.1/j' }),
    ]);
    library.commit();
    expect(library.size).toBe(2);
    expect(library.get(generatedKey(title))?.key).toBe('pre');
  });

  test('a paper that loses an alias to a key of a file has changed', () => {
    const title = 'Second Thoughts';
    const library = libraryOf({ a: [recordAt(0, { title, key: 'second' })] });
    expect(library.papers()[0]?.aliases).toEqual([generatedKey(title)]);
    library.setFile('b', [recordAt(0, { title: 'Something Else', key: generatedKey(title) })]);
    expect(library.commit()).toMatchObject({
      added: [{ title: 'Something Else' }],
      changed: [{ key: 'second', aliases: [] }],
    });
  });

  const titles = fc.uniqueArray(anyTitle, { minLength: 1, maxLength: 12 });

  test('adding, removing and reordering other papers never changes a key', () => {
    fc.assert(
      fc.property(titles, fc.integer({ min: 0, max: 11 }), fc.boolean(), (all, pick, reversed) => {
        const title = all[pick % all.length] ?? '';
        fc.pre(title.trim() !== '');
        const alone = libraryOf({ m: [recordAt(0, { title })] });
        const order = reversed ? all.toReversed() : all;
        const many = libraryOf({
          a: order.slice(0, 4).map((other, line) => recordAt(line, { title: other })),
          z: order.slice(4).map((other, line) => recordAt(line, { title: other })),
        });
        const key = alone.papers()[0]?.key ?? '';
        expect(many.get(key)?.sources.length).toBeGreaterThan(0);
        expect(many.get(key)?.key === key || many.get(key)?.aliases.includes(key)).toBe(true);
      }),
    );
  });

  test('keys and aliases are unique, and each means its own paper', () => {
    const record = fc.record({
      title: anyTitle,
      key: fc.option(fc.constantFrom('k1', 'k2', '__proto__', 'two words', ''), { nil: undefined }),
      doi: fc.option(fc.constantFrom('10.1/a', '10.1/b', '10.48550/arxiv.2401.00001'), { nil: undefined }),
      year: fc.option(fc.constantFrom(2000, 2001, 2024), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 3 }), (files) => {
        const library = new PaperLibrary();
        files.forEach((records, index) =>
          library.setFile(
            `f${String(index)}`,
            records.map((fields, line) => recordAt(line, fields)),
          ),
        );
        library.commit();
        const names = library
          .papers()
          .flatMap((paper) => [paper.key, ...paper.aliases].map((name) => ({ name, paper })));
        expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
        for (const { name, paper } of names) {
          expect(name).not.toBe('');
          expect(library.get(name)).toBe(paper);
        }
        // No record is lost.
        const sources = library.papers().reduce((sum, paper) => sum + paper.sources.length, 0);
        expect(sources).toBe(files.flat().length);
      }),
    );
  });
});
