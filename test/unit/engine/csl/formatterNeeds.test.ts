import { describe, expect, test } from 'vitest';
import type { FormatRequest } from '../../../../src/core/csl/formatRequest.ts';
import { CslFormatter } from '../../../../src/engine/csl/cslFormatter.ts';
import {
  authorYear,
  numeric,
  works,
  cite,
  cluster,
  formatter,
  publish,
  answerOf,
  formatted,
  shown,
  named,
} from './smallStyles.ts';

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
    const broken = authorYear.replace('<text variable="title"/>', '<nonsense/>');
    const answer = formatted({ citations, style: { name: 'mine.csl', text: broken } });
    expect(shown(answer)).toEqual(['|(Stone, 2019)|']);
    expect(answer.problem).toBe(
      `The citation style mine.csl cannot be used: Undefined node name "nonsense". ${fallback}`,
    );
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
    expect(answerOf(new CslFormatter({ runScript: undefined }), {})).toEqual({
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
