import { describe, expect, test } from 'vitest';

import { hostileFormulas, hostileTexts, noteOf, richPaper } from './papers.ts';
import type { PageOptions, ReaderPage } from './support.ts';
import { themes } from './themes.ts';
import { useReader } from './useReader.ts';

const { open: openPage } = useReader();
let reader: ReaderPage;
const { key } = richPaper;

const rendered = () => reader.page.locator('.note-rendered');
const inNote = (selector: string) => rendered().locator(selector);

const link = (name: string) => rendered().getByRole('link', { name, exact: true });

/** Opens the reader with this note rendered. */
async function open(text: string, options: PageOptions = {}, more: Parameters<typeof noteOf>[1] = {}) {
  reader = await openPage(options);
  await reader.show(richPaper, noteOf(text, more));
  await reader.page.getByRole('button', { name: 'Preview' }).click();
  await inNote(':scope > *').first().waitFor({ state: 'attached' });
}

/** A note with everything in it. */
const rich = `# Where it leads

The bound of @king2020a is *not* tight [see @weiss2019, p. 3], as [[Random walks|my note]] says. $x^2 + \\frac{1}{2}$ and
costs $5. More at https://example.org/page and in a footnote[^1].

- [ ] read the proof
- [x] ask Mei-Ling
  1. about lemma 4

> "tight up to a constant"

| step | cost |
| :--- | ---: |
| one  |   12 |

![a picture](https://example.org/p.png)

\`\`\`ts
const walk = 1;
\`\`\`

[^1]: With **bold** words.
`;

describe('the rendered note', () => {
  test('is turned to and back by button and key, and remembered by the next reader', async () => {
    await open('# Head');
    expect(await inNote('h1').textContent()).toBe('Head');
    expect(await reader.note.content.isVisible()).toBe(false);
    expect(await rendered().evaluate((node) => node === document.activeElement)).toBe(true);
    await reader.page.keyboard.press('Control+Shift+V');
    expect(await reader.note.hasFocus()).toBe(true);
    await reader.page.keyboard.press('Control+Shift+V');
    await reader.page.reload();
    await reader.send({ type: 'show', paper: richPaper, note: noteOf('# Again'), refresh: false });
    await inNote('h1').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Edit', exact: true }).isVisible()).toBe(true);
  });

  test('its links ask the host, by mouse and by keyboard; nothing else follows them', async () => {
    await open(rich);
    await link('@king2020a').click();
    await link('my note').focus();
    await reader.page.keyboard.press('Enter');
    await link('https://example.org/page').click();
    await link('a picture (picture)').click();
    await link('https://example.org/page').click({ button: 'middle' });
    expect((await reader.posted()).slice(1)).toEqual([
      { type: 'openNoteLink', key, kind: 'paper', target: 'king2020a' },
      { type: 'openNoteLink', key, kind: 'note', target: 'Random walks' },
      { type: 'openNoteLink', key, kind: 'web', target: 'https://example.org/page' },
      { type: 'openNoteLink', key, kind: 'web', target: 'https://example.org/p.png' },
    ]);
    expect(await inNote('a[href], img').count()).toBe(0);
  });

  test('leads to a footnote and back', async () => {
    await open(rich);
    await inNote('.footnote-ref a').click();
    expect(await reader.page.evaluate(() => document.activeElement?.textContent.trim())).toMatch(/^With bold words/);
    await inNote('.footnote-backref').click();
    expect(await reader.page.evaluate(() => document.activeElement?.textContent)).toBe('[1]');
  });

  test('a tick is an edit of the text, and keeps the keyboard', async () => {
    await open(rich, {}, { version: 3 });
    await reader.page.getByRole('checkbox', { name: 'read the proof' }).focus();
    await reader.page.keyboard.press('Space');
    await expect.poll(async () => (await reader.lastEdit())?.text).toBe(rich.replace('[ ]', '[x]'));
    expect(await reader.lastEdit()).toMatchObject({ base: 3 });
    const box = reader.page.getByRole('checkbox', { name: 'read the proof' });
    expect(await box.isChecked()).toBe(true);
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    await reader.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await reader.page.keyboard.press('Control+z');
    expect((await reader.note.text()).startsWith('# Where it leads')).toBe(true);
  });

  test('follows the text', async () => {
    await open('one');
    await reader.send({ type: 'noteText', key, note: noteOf('two', { version: 2 }) });
    await expect.poll(() => inNote('p').textContent()).toBe('two');
  });
});

describe.each(themes)('in $name', (theme) => {
  test.each([300, 1280])('at %i pixels axe finds nothing and nothing sticks out', async (width) => {
    await open(rich, { theme, width });
    expect(await reader.overflow()).toBe(0);
    expect(await reader.axeViolations()).toEqual([]);
    await reader.picture(`note-rendered-${theme.name}-${width}`);
  });

  test('the editor with the banner of a host that is gone', async () => {
    reader = await openPage({ theme });
    await reader.show(richPaper, noteOf(rich));
    await reader.page.evaluate(() => (window.readerHost.deaf = true));
    await reader.page.locator('.host-gone').waitFor({ state: 'visible', timeout: 3_000 });
    expect(await reader.axeViolations()).toEqual([]);
    await reader.picture(`note-host-gone-${theme.name}`, false);
    await reader.page.evaluate(() => (window.readerHost.deaf = false));
    await reader.page.locator('.host-gone').waitFor({ state: 'hidden', timeout: 3_000 });
  });
});

describe('hostile notes', () => {
  const more = [
    '<video poster=https://evil.example/p.png>',
    '<p style="background:url(https://evil.example/b)">',
    '<a href=x ping=https://evil.example/ping>x</a>',
    '<button form=x formaction=https://evil.example>x</button>',
    '[x](javascript:window.pwned=true)',
    '[x](\tjavascript:window.pwned=true) [x](java&#115;cript:window.pwned=true)',
    '[x](vscode://evil.ext/run?x) [x](file:///etc/passwd) [x](data:text/html,<script>window.pwned=true</script>)',
    '[x](//evil.example) <//evil.example>',
    '![x](https://evil.example/leak.png "t") ![x](data:image/svg+xml,<svg onload=window.pwned=true>)',
    '[a]: javascript:window.pwned=true\n\n[a]',
    '[[" onclick="window.pwned=true]] [[x|<img src=x onerror=window.pwned=true>]]',
    '@{"onclick="window.pwned=true} @{<img/src=x/onerror=window.pwned=true>}',
    '- [ ] " autofocus onfocus="window.pwned=true',
    '[^"><img src=x onerror=window.pwned=true>]: x\n\n[^"><img src=x onerror=window.pwned=true>]',
    '```"><script>window.pwned=true</script>\nx\n```',
    '| <img src=x onerror=window.pwned=true> |\n|:-:|\n| x |',
    '<https://evil.example/"onmouseover="window.pwned=true>',
  ];
  const foreign =
    '.note-rendered :is(script, img, svg, style, iframe, form, link, base, meta, object, embed, video, button, [onerror], [onclick], [onfocus], [onload], [style]:not(math, math *), [href], [src])';

  test('no script runs, nothing is asked for, no policy is hit', async () => {
    await open('start');
    for (const [index, text] of [...hostileTexts, ...hostileFormulas, ...more].entries()) {
      await reader.send({ type: 'noteText', key, note: noteOf(`${text}\n\nend ${index}`, { version: index + 2 }) });
      await expect.poll(() => rendered().textContent()).toContain(`end ${index}`);
      expect(await reader.page.locator(foreign).count(), text).toBe(0);
      expect(await reader.page.evaluate(() => window.pwned), text).toBeUndefined();
    }
    for (const one of await inNote('.link').all()) await one.click();
    expect(await reader.violations()).toEqual([]);
    expect(reader.requests).toEqual([]);
  }, 120_000);

  test('40,000 characters that nest, open or end nothing are drawn in bounded time', async () => {
    await open('start');
    const parts = ['[^', '``a', '$', '@{', 'https://', 'a\n\n'];
    const times = await reader.page.evaluate(
      async ({ texts, paper }) => {
        const box = document.querySelector('.note-rendered');
        const found: number[] = [];
        for (const [index, text] of texts.entries()) {
          const begin = performance.now();
          const note = { text: `part ${index} of all\n\n${text}`, version: index + 2, seq: 0, state: 'saved' };
          postMessage({ type: 'noteText', key: paper, note }, '*');
          while (box?.textContent.trim().startsWith(`part ${index} of all`) !== true)
            await new Promise((done) => setTimeout(done, 5));
          found.push(performance.now() - begin);
        }
        return found;
      },
      { texts: parts.map((part) => part.repeat(39_000 / part.length)), paper: key },
    );
    expect(Math.max(...times)).toBeLessThan(10_000);
  }, 120_000);
});
