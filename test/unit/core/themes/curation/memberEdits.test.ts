import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finished } from '../../../../../src/core/finished.ts';
import type { JsonObject } from '../../../../../src/core/themes/curation/jsonTree.ts';
import { readJsonTree } from '../../../../../src/core/themes/curation/jsonTree.ts';
import { memberEdits, type ObjectStyle } from '../../../../../src/core/themes/curation/memberEdits.ts';
import { eolOf } from '../../../../../src/core/text/lineEnds.ts';
import { applyEdits } from './curationBench.ts';
import { cpuTime } from '../../../../support/cpuTime.ts';

function rootOf(text: string): JsonObject {
  const tree = finished(readJsonTree(text));
  if (!tree.ok || tree.value.kind !== 'object') throw new Error(`No object: ${text}`);
  return tree.value;
}

function comments(text: string): number {
  return text.split(/\/\/ y|\/\* x|\/\* two/).length;
}

function longObject(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => `\n  "k${String(at).padStart(6, '0')}": ["theme"]`);
  return `{${lines.join(',')}\n}`;
}

/** Milliseconds for many changes of a long object. */
function timed(count: number): number {
  const text = longObject(count);
  const changes = Object.fromEntries(
    Array.from({ length: count / 4 }, (_, at) => [
      `k${String(at * 3).padStart(6, '0')}${at % 2 === 0 ? 'x' : ''}`,
      '["b"]',
    ]),
  );
  const begun = cpuTime();
  changed(text, changes);
  return cpuTime() - begun;
}

/** The text after changes of its members. */
function changed(
  text: string,
  changes: Readonly<Record<string, string | undefined>>,
  style: Partial<ObjectStyle> = {},
): string {
  const whole: ObjectStyle = { eol: eolOf(text), indent: '  ', outer: '', sorted: true, ...style };
  return applyEdits(text, memberEdits(text, rootOf(text), new Map(Object.entries(changes)), whole));
}

describe('lines', () => {
  const text = '{\n  "b": 1, // one\n  // about d\n  "d": 2\n}\n';

  test('are changed in their place', () => {
    expect(changed(text, { d: '[3]' })).toBe('{\n  "b": 1, // one\n  // about d\n  "d": [3]\n}\n');
  });

  test('come in the order of names, and comments stay with their lines', () => {
    expect(changed(text, { a: '0', c: '1', e: '5', f: '6' })).toBe(
      '{\n  "a": 0,\n  "b": 1, // one\n  "c": 1,\n  // about d\n  "d": 2,\n  "e": 5,\n  "f": 6\n}\n',
    );
  });

  test('go as a whole, and no comma is left over or missing', () => {
    expect(changed('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', { b: undefined })).toBe('{\n  "a": 1,\n  "c": 3\n}');
    expect(changed('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', { c: undefined, b: undefined })).toBe('{\n  "a": 1\n}');
    expect(changed('{\n  "a": 1,\n  "b": 2\n}', { a: undefined, b: undefined })).toBe('{\n}');
    expect(changed('{\n  "a": 1,\n  "b": 2\n}', { b: undefined, c: '3' })).toBe('{\n  "a": 1,\n  "c": 3\n}');
    expect(changed('{\n  "a": 1,\n  "b": 2\n}', { a: undefined, b: undefined, c: '3' })).toBe('{\n  "c": 3\n}');
  });

  test('keep CRLF, tabs, a comma too many and a missing last line end', () => {
    expect(changed('{\r\n\t"a": 1,\r\n\t"c": 2,\r\n}', { b: '7', d: '8' })).toBe(
      '{\r\n\t"a": 1,\r\n\t"b": 7,\r\n\t"c": 2,\r\n\t"d": 8\r\n}',
    );
  });
});

describe('one line', () => {
  const style = { indent: undefined, sorted: false };

  test('is changed within', () => {
    expect(changed('{ "a": 1, "b": 2 }', { a: undefined, c: '3' }, style)).toBe('{ "b": 2, "c": 3 }');
    expect(changed('{ "a": 1, "b": 2 }', { b: undefined }, style)).toBe('{ "a": 1 }');
    expect(changed('{"a":1,"c":2}', { b: '5' })).toBe('{"a":1,"b": 5, "c":2}');
    expect(changed('{}', { a: '1' }, style)).toBe('{ "a": 1 }');
    expect(changed('{}', { a: '1', b: '2' })).toBe('{\n  "a": 1,\n  "b": 2\n}');
    expect(changed('{ // none yet\n}', { a: '1' })).toBe('{ // none yet\n  "a": 1\n}');
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', '__proto__'];
const space = fc.constantFrom('', ' ', '\n', '\r\n  ', '\n\t', ' /* x */ ', ' // y\n  ', '\n  /* two\n lines */\n  ');
const member = fc.record({ name: fc.constantFrom(...names), before: space, after: space });

test('any object, any changes: what was asked holds, in order; everything else stays, comments, too', () => {
  const value = fc.constantFrom('1', '["x"]', '{ "y": 2 }');
  fc.assert(
    fc.property(
      fc.array(member, { maxLength: 7 }),
      space,
      fc.boolean(),
      fc.dictionary(fc.constantFrom(...names), fc.option(value, { nil: undefined })),
      (members, end, trailing, wanted) => {
        const list = members.map(({ name, before, after }, at) => `${before}"${name}": "old${at}"${after}`);
        const text = `{${list.join(',')}${trailing && list.length > 0 ? ',' : ''}${end}}`;
        const after = changed(text, wanted);
        const expected = new Map(members.map(({ name }, at): [string, unknown] => [name, `old${at}`]));
        for (const [name, json] of Object.entries(wanted)) {
          if (json === undefined) expected.delete(name);
          else expected.set(name, JSON.parse(json));
        }
        const found = new Map(
          rootOf(after).members.map(({ name, value: { start, end: to } }) => [
            name,
            JSON.parse(after.slice(start, to)),
          ]),
        );
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
        expect(comments(after)).toBe(comments(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a large object takes time in line with its size', () => {
  timed(4000);
  const small = Math.min(timed(8000), timed(8000), timed(8000));
  const large = Math.min(timed(64_000), timed(64_000));
  expect(large / small).toBeLessThan(32);
});
