import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  Checksum,
  isWhole,
  mostHeadBytes,
  readSealedHead,
  writeSealedHead,
} from '../../../../src/engine/cache/sealedParts.ts';

function sealOf(bytes: Uint8Array): { readonly length: number; readonly checksum: readonly [number, number] } {
  const sum = new Checksum();
  sum.add(bytes);
  return { length: bytes.length, checksum: sum.value };
}

const part = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 251);
const head = writeSealedHead('0.1.0 16.0', [sealOf(part), sealOf(new Uint8Array(0))]);

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

describe('sealed parts', () => {
  test('what was written is whole', () => {
    const read = readSealedHead('0.1.0 16.0', bufferOf(head));
    expect(read?.length).toBe(head.length);
    expect(head.length % 8).toBe(0);
    expect(head.length).toBeLessThanOrEqual(mostHeadBytes);
    expect(read?.parts.map(({ length }) => length)).toEqual([4096, 0]);
    expect(read?.parts.map((seal, index) => isWhole(seal, bufferOf(index === 0 ? part : new Uint8Array(0))))).toEqual([
      true,
      true,
    ]);
  });

  test('pieces add up to the same as the whole', () => {
    const sum = new Checksum();
    for (let at = 0; at < part.length; at += 512) sum.add(part.subarray(at, at + 512));
    expect(sum.value).toEqual(sealOf(part).checksum);
  });

  test.each(['0.1.1 16.0', '0.1.0 17.0', ''])('another stamp does not read it: %j', (stamp) => {
    expect(readSealedHead(stamp, bufferOf(head))).toBeUndefined();
  });

  test('a head that is cut or something else is not read', () => {
    for (let length = 0; length < head.length; length += 1) {
      expect(readSealedHead('0.1.0 16.0', bufferOf(head.subarray(0, length)))).toBeUndefined();
    }
    expect(readSealedHead('0.1.0 16.0', bufferOf(new Uint8Array(64).fill(255)))).toBeUndefined();
  });

  test('any changed byte, any two swapped words and any lost end is noticed', () => {
    const seal = sealOf(part);
    fc.assert(
      fc.property(fc.nat(part.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(part);
        broken[at] = (broken[at] ?? 0) ^ change;
        return !isWhole(seal, bufferOf(broken));
      }),
    );
    const words = new Uint32Array(bufferOf(part));
    [words[3], words[900]] = [words[900] ?? 0, words[3] ?? 0];
    expect(isWhole(seal, words.buffer)).toBe(false);
    expect(isWhole(seal, bufferOf(part.subarray(0, 4088)))).toBe(false);
  });
});
