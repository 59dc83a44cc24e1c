import { describe, expect, test } from 'vitest';

import type { MathSource } from '../../../../src/webview/rendered/inlineMath.ts';
import { createNoteMarkdown } from '../../../../src/webview/rendered/noteMarkdown.ts';
import { tickTask } from '../../../../src/webview/rendered/tickTask.ts';

const formulas: MathSource[] = [];
const markdown = createNoteMarkdown(formulas);
const html = (text: string): string => {
  formulas.length = 0;
  return markdown.render(text).trim();
};
/** What the links of a text lead to. */
const links = (text: string): readonly string[] =>
  [...html(text).matchAll(/data-kind="(\w+)" data-target="([^"]*)"/g)].map(([, kind, target]) => `${kind} ${target}`);

/** The boxes of a text: line, label, whether ticked. */
const boxes = (text: string) =>
  [...html(text).matchAll(/<input type="checkbox" data-line="(\d+)" aria-label="([^"]*)"( checked="")?>/g)].map(
    ([, line, label, done]) => [Number(line), label, done !== undefined],
  );

describe('links', () => {
  test('to papers, by the key alone or in brackets', () => {
    expect(links('@king2020 says; [see @b, p. 3; -@c:d] and @{a b} @{x/y}.')).toEqual([
      'paper king2020',
      'paper b',
      'paper c:d',
      'paper x/y',
    ]);
    expect(links('mail a@b.example, \\@no, `@code`, [@in](https://e.example/)')).toEqual(['web https://e.example/']);
  });

  test('to notes', () => {
    expect(links('[[Other note]] [[a|what is read]] [[ ]] [[a\nb]] `[[no]]`')).toEqual(['note Other note', 'note a']);
    expect(html('[[a|what is read]]')).toContain('>what is read</a>');
  });

  test('to the web, and to nothing else', () => {
    expect(links('<https://a.example/> http://b.example [c](HTTPS://c.example/?q=1&r=2)')).toEqual([
      'web https://a.example/',
      'web http://b.example',
      'web HTTPS://c.example/?q=1&amp;r=2',
    ]);
    const dead = [
      'command:x',
      'vscode://a.b/c',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:alert(1)',
      '//e',
      'notes.md',
      '#x',
      '\tjavascript:x',
      'java&#115;cript:x',
    ];
    for (const target of dead) {
      expect(html(`[a](${target}) <${target}> ![b](${target})`)).not.toMatch(/<a |<img|href/);
    }
  });

  test('never with an address that a browser would follow, but those between footnotes', () => {
    const text = '@k [[n]] https://a.example/ ![p](https://a.example/p.png) x[^1] y^[z]\n\n[^1]: foot\n';
    expect([...html(text).matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      '#fn1',
      '#fn2',
      '#fnref1',
      '#fnref2',
    ]);
  });

  test('pictures are named, not loaded', () => {
    expect(html('![a *b*](https://e.example/p.png)')).toContain('>a *b* (picture)</a>');
    expect(html('![](https://e.example/p.png)')).toContain('>https://e.example/p.png (picture)</a>');
  });
});

describe('HTML', () => {
  test('is text', () => {
    expect(html('<script>x</script>\n\na <b onclick="x">b</b> <!-- c -->')).not.toMatch(/<(?!\/?p>)/);
    expect(html('[[<img src=x onerror=y>]]')).toContain('data-target="&lt;img src=x onerror=y&gt;"');
    expect(html('[[a" onclick="x]]')).toContain('data-target="a&quot; onclick=&quot;x"');
  });

  test('has no style: where a column stands is a class', () => {
    expect(html('| a | b |\n|:-:|--:|\n| 1 | 2 |')).toMatch(/<th class="to-center">a<\/th>\s*<th class="to-right">b/);
    expect(html('| a |\n|:-:|\n| 1 |')).not.toContain('style');
  });
});

describe('formulas', () => {
  test('by the rules of abstracts', () => {
    html('costs $5 and $10, $x^2$ and \\(y\\) and $$z$$ but `$n$` and \\$o\\$');
    expect(formulas.map(({ tex, display }) => [tex, display])).toEqual([
      ['x^2', false],
      ['y', false],
      ['z', true],
    ]);
  });

  test('keep what Markdown would read in them', () => {
    expect(html('$a_b*c_d*e$')).toBe('<p><span data-math="0"></span></p>');
    expect(formulas[0]?.tex).toBe('a_b*c_d*e');
  });
});

describe('tasks', () => {
  const text =
    '# Head\n\n- [ ] one\n- [x] two\n  1. [X] three\n- no [ ] task\n- [y] none\n\n> - [ ] quoted\n\n[ ] none\n';

  test('have a box that knows its line', () => {
    expect(boxes(text)).toEqual([
      [2, 'one', false],
      [3, 'two', true],
      [4, 'three', true],
      [8, 'quoted', false],
    ]);
  });

  test('are ticked in that line only', () => {
    for (const [line, , done] of boxes(text)) {
      const ticked = tickTask(text, Number(line), done !== true);
      expect(boxes(ticked).find(([at]) => at === line)?.[2]).toBe(done !== true);
      expect(ticked.length).toBe(text.length);
      expect(tickTask(ticked, Number(line), done === true).toLowerCase()).toBe(text.toLowerCase());
    }
  });

  test('what is no task stays as it is', () => {
    for (const line of [0, 1, 5, 6, 10, 11, 99]) expect(tickTask(text, line, true)).toBe(text);
  });
});
