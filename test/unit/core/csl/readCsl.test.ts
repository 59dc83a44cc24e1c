import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStyle } from '../../../../src/core/csl/cslStyle.ts';
import { readCsl } from '../../../../src/core/csl/readCsl.ts';

describe('a style or locale', () => {
  test('is read into the tree that citeproc takes, without comments and indentation', () => {
    const read = readCsl(`\uFEFF<?xml version="1.0"?>
<style class="note" xml:lang="de">
  <!-- nobody reads this -->
  <cs:info><title>A &amp; <![CDATA[B]]></title></cs:info>
  <term name="and"/><term name="et-al"> et al. </term>
</style>`);
    expect(read).toEqual({
      ok: true,
      value: {
        name: 'style',
        attrs: { class: 'note', 'xml:lang': 'de' },
        children: [
          { name: 'info', attrs: {}, children: [{ name: 'title', attrs: {}, children: ['A & B'] }] },
          { name: 'term', attrs: { name: 'and' }, children: [''] },
          { name: 'term', attrs: { name: 'et-al' }, children: [' et al. '] },
        ],
      },
    });
  });

  test.each([
    ['<style>\n<info>\n</style>', 'line 3: unexpected close tag'],
    ['<style>&file;</style>', 'line 1: undefined entity'],
    ['', 'line 1: document must contain a root element'],
    ['just text', 'line 1: '],
    ['<a>'.repeat(5_000), 'its elements are nested too deeply'],
    [`<style>${' '.repeat(2_000_000)}</style>`, 'it is longer than any style'],
  ])('that is none is refused with its line: %.20s', (source, error) => {
    const read = readCsl(source);
    expect(read.ok ? '' : read.error).toContain(error);
  });

  test('of any text throws nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<style>', '</style>', '<a b="', '"', '>', '&', ';', ']]>', 'x')),
        (parts) => {
          expect(typeof readCsl(parts.join('')).ok).toBe('boolean');
        },
      ),
    );
  });
});

const layout = '<citation><layout><text variable="title"/></layout></citation>';
const calls = (name: string) => `<text macro="${name}"/>`;
const macro = (name: string, content: string) => `<macro name="${name}">${content}</macro>`;
const styleOf = (...macros: readonly string[]) => `<style>${macros.join('')}${layout}</style>`;

describe('a style', () => {
  test('says what it is', () => {
    const read = parseStyle(
      `<style class="note" default-locale="de-DE"><info><title> Mauern </title></info>${layout}</style>`,
    );
    expect(read).toMatchObject({
      ok: true,
      value: { title: 'Mauern', language: 'de-DE', inNotes: true, parent: undefined },
    });
    expect(parseStyle(`<style>${layout}</style>`)).toMatchObject({
      ok: true,
      value: { title: '', language: undefined, inNotes: false, parent: undefined },
    });
  });

  test('may only name another', () => {
    const link = '<link rel="independent-parent" href="http://www.zotero.org/styles/nature/"/>';
    const read = parseStyle(`<style><info><link rel="self" href="x"/>${link}</info></style>`);
    expect(read).toMatchObject({ ok: true, value: { parent: 'nature' } });
  });

  test('says why it is none', () => {
    expect(parseStyle('<locale/>')).toEqual({ ok: false, error: 'it begins with <locale>, not with <style>' });
    expect(parseStyle('<style><citation/></style>')).toEqual({
      ok: false,
      error: 'it does not say how citations are formatted',
    });
    expect(parseStyle('<style')).toMatchObject({ ok: false });
  });

  test('whose macros go on without end is none', () => {
    const circle = { ok: false, error: 'its macros call each other in circles' };
    expect(parseStyle(styleOf(macro('a', calls('b')), macro('b', calls('a'))))).toEqual(circle);
    expect(parseStyle(styleOf(macro('a', calls('a'))))).toEqual(circle);
    const doubled = Array.from({ length: 40 }, (_, at) => macro(`m${at}`, calls(`m${at + 1}`).repeat(2)));
    expect(parseStyle(styleOf(...doubled))).toEqual({ ok: false, error: 'its macros make it larger than any style' });
    expect(parseStyle(styleOf(...doubled.slice(0, 10), macro('m10', '')))).toMatchObject({ ok: true });
    const chain = Array.from({ length: 20_000 }, (_, at) => macro(`m${at}`, calls(`m${at + 1}`)));
    expect(parseStyle(styleOf(...chain))).toEqual(circle);
  });
});
