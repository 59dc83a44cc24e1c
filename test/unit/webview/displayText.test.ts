import { describe, expect, test } from 'vitest';

import { displayText, hostOf, paragraphsOf } from '../../../src/webview/displayText.ts';

describe('displayText', () => {
  test('takes out what reorders or hides text', () => {
    expect(displayText('a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\u{E0041}g\0h\x1bi\rj')).toBe('abcdefghij');
  });

  test('keeps joiners, emoji, scripts, tabs and line ends', () => {
    const text = 'می\u200Cخواهم 👩\u200D🔬 中文 e\u0301\t\n';
    expect(displayText(text)).toBe(text);
  });

  test('shows a lone surrogate as the replacement character', () => {
    expect(displayText('a\uD83Db 😀')).toBe('a\uFFFDb 😀');
  });
});

describe('paragraphsOf', () => {
  test('splits at blank lines, whatever the line ends', () => {
    expect(paragraphsOf('a\nb\r\n\r\nc\n\n\n\nd\n')).toEqual(['a\nb', 'c', 'd']);
    expect(paragraphsOf('')).toEqual([]);
  });

  test('puts what is over the limit into the last one', () => {
    expect(paragraphsOf('a\n\nb\n\nc\n\nd', 2)).toEqual(['a', 'b\nc\nd']);
  });
});

describe('hostOf', () => {
  test.each([
    ['https://arxiv.org/abs/1', 'arxiv.org'],
    ['http://a.b:81/', 'a.b:81'],
    ['https://arxiv.org@evil.example/', 'evil.example'],
    ['https://аrxiv.org/', 'xn--rxiv-43d.org'],
    ['javascript:alert(1)', undefined],
    ['\tjavascript:alert(1)', undefined],
    ['command:workbench.action.quit', undefined],
    ['vscode://x.y/cb', undefined],
    ['file:///etc/passwd', undefined],
    ['data:text/html,x', undefined],
    ['//e', undefined],
    ['', undefined],
  ])('%j', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
