import { describe, expect, test } from 'vitest';
import { globOfEndings, joinGlobs, literalGlob } from '../../../../src/core/text/globs.ts';

test('a name is taken as it is', () => {
  expect(literalGlob('a [b] {c,d}*?.md')).toBe('a [[]b[]] [{]c[,]d[}][*][?].md');
});

test('endings count in small and capital letters', () => {
  expect(globOfEndings(['md', 'r2'])).toBe('**/*.{[mM][dD],[rR]2}');
});

describe('joined globs', () => {
  test.each([
    [['**/a', 'b/**', 'c/'], '{**/a,**/a/**,b,b/**,c,c/**}'],
    [['{a,b}/x', '{a,b}/x'], '{b/x,b/x/**,a/x,a/x/**}'],
    [['a/{b,{c,d}}'], '{a/d,a/d/**,a/b,a/b/**,a/c,a/c/**}'],
    [['a}', '{b', 'c,d', ''], '{}'],
  ])('%j', (globs, expected) => {
    expect(joinGlobs(globs)).toBe(expected);
  });

  test('a pattern that stands for too many is left out', () => {
    expect(joinGlobs(['{a,b}'.repeat(20), 'x'])).toBe('{x,x/**}');
  });
});
