import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { readFrozen, writeFrozen } from '../../../../../src/core/search/frozen/frozenImage.ts';
import { createPaperSearch } from '../../../../../src/core/search/paperIndex.ts';
import { apply, keysFor, paperOf, searchOver, shelf } from '../papers.ts';

function bytesOf(pieces: readonly Uint8Array[] | undefined): ArrayBuffer {
  if (pieces === undefined) throw new Error('It was not written.');
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.buffer;
}

const image = bytesOf(writeFrozen(searchOver(shelf, 0).frozen));

/** A search that begins with the index as it was written. */
function restored(): ReturnType<typeof createPaperSearch> {
  const search = createPaperSearch(0);
  const read = readFrozen(image);
  if (read !== undefined) search.restore(read);
  return search;
}

describe('an index as bytes', () => {
  test('is read back as it was', () => {
    expect(readFrozen(image)).toEqual(searchOver(shelf, 0).frozen);
  });

  test('pieces are whole multiples of eight bytes', () => {
    for (const piece of writeFrozen(searchOver(shelf, 0).frozen) ?? []) expect(piece.length % 8).toBe(0);
  });

  test('answers as the one it was written from, also in the scripts of the world', () => {
    const read = restored();
    for (const query of ['sheep', 'vaswani 2017', '强化学', 'เรียนรู้', 'c++', 'atention', 'author:byron', 'has:doi']) {
      expect(read.search(query, 20)).toEqual(searchOver(shelf, 0).search(query, 20));
    }
  });

  test('is not read when it is cut, longer, of another version, or nothing of the kind', () => {
    for (let length = 0; length < image.byteLength; length += 8)
      expect(readFrozen(image.slice(0, length))).toBeUndefined();
    expect(readFrozen(bytesOf([new Uint8Array(image), new Uint8Array(8)]))).toBeUndefined();
    const other = image.slice(0);
    new Uint32Array(other)[0] = 1;
    expect(readFrozen(other)).toBeUndefined();
    expect(readFrozen(new ArrayBuffer(0))).toBeUndefined();
  });

  test('whatever the bytes are, reading and searching never throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(image.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (edits) => {
          const broken = new Uint8Array(image.slice(0));
          for (const [at, value] of edits) broken[at] = value;
          const read = readFrozen(broken.buffer);
          if (read === undefined) return;
          const search = createPaperSearch();
          search.restore(read);
          for (const query of ['s', 'sheep tired', 'atention', '"count sheep"']) search.search(query, 5);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a key with a line end is not written', () => {
    expect(writeFrozen(searchOver([paperOf({ key: 'a\nb', title: 'X' })], 0).frozen)).toBeUndefined();
  });
});

describe('an index of an earlier session', () => {
  test('is not built anew for the same papers, in whatever parts they come', () => {
    const search = restored();
    const { frozen } = search;
    const step = search.update({ added: shelf.slice(0, 5), changed: [], removed: [] }, { more: true });
    while (step.next().done !== true);
    expect(search.size).toBe(shelf.length);
    apply(search, { added: shelf.slice(5) });
    expect(search.frozen).toBe(frozen);
    expect(keysFor(search, 'sheep')).toEqual(keysFor(searchOver(shelf), 'sheep'));
  });

  test('papers that are not there any more go when the load is complete', () => {
    const search = restored();
    const rest = shelf.filter(({ key }) => key !== 'sleep');
    const step = search.update({ added: rest, changed: [], removed: [] }, { more: true });
    while (step.next().done !== true);
    expect(keysFor(search, 'tired')).toEqual(['sleep']);
    apply(search, {});
    expect(keysFor(search, 'tired')).toEqual([]);
    expect(search.search('sheep', 20)).toEqual(searchOver(rest).search('sheep', 20));
  });

  test('a paper that reads otherwise now is found by its new words only', () => {
    const search = restored();
    const changed = shelf.map((paper) => (paper.key === 'old' ? paperOf({ key: 'old', title: 'Granaries' }) : paper));
    apply(search, { added: changed });
    expect(keysFor(search, 'granaries')).toEqual(['old']);
    expect(keysFor(search, 'antiquity')).toEqual([]);
    expect(search.search('sheep', 20)).toEqual(searchOver(changed).search('sheep', 20));
  });
});

test('papers of a load that comes in parts are all there at its end', () => {
  const papers = Array.from({ length: 2_500 }, (_, n) =>
    paperOf({ key: `k${String(n)}`, title: `Zebra ${String(n)}` }),
  );
  const search = createPaperSearch();
  for (let from = 0; from < papers.length; from += 500) {
    const step = search.update({ added: papers.slice(from, from + 500), changed: [], removed: [] }, { more: true });
    while (step.next().done !== true);
  }
  apply(search, { removed: papers.slice(0, 1) });
  expect(search.search('zebra', 5_000)).toHaveLength(2_499);
});
