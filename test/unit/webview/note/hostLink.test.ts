import { describe, expect, test } from 'vitest';

import {
  initialHostLink,
  updateHostLink,
  type HostLink,
  type HostLinkEvent,
} from '../../../../src/webview/note/hostLink.ts';

/** A page with a clock of its own, and a host that answers at once or not at all. */
class Page {
  link: HostLink = initialHostLink;
  now = 0;
  answers = true;
  readonly pings: number[] = [];
  goneAt: number | undefined;
  #timers: { at: number; event: HostLinkEvent }[] = [];

  happen(event: HostLinkEvent): void {
    const [next, effects] = updateHostLink(this.link, event);
    if (next.gone && !this.link.gone) this.goneAt = this.now;
    this.link = next;
    for (const effect of effects) {
      if (effect.type === 'after') this.#timers.push({ at: this.now + effect.milliseconds, event: effect.event });
      else {
        this.pings.push(this.now);
        if (this.answers) this.happen({ type: 'heard' });
      }
    }
  }

  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const due = this.#timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
      if (due === undefined) break;
      this.#timers = this.#timers.filter((one) => one !== due);
      this.now = due.at;
      this.happen(due.event);
    }
    this.now = end;
  }
}

function seen(): Page {
  const page = new Page();
  page.happen({ type: 'visible', visible: true });
  return page;
}

describe('the host', () => {
  test('is asked twice a second while the page is visible, and never while it is hidden', () => {
    const page = seen();
    page.pass(8_000);
    expect(page.pings.length).toBe(17);
    expect(page.link.gone).toBe(false);
    page.happen({ type: 'visible', visible: false });
    page.pass(60_000);
    expect(page.pings.length).toBe(17);
    page.happen({ type: 'visible', visible: true });
    expect(page.pings.length).toBe(18);
  });

  test.each([0, 1, 250, 499, 500, 501])('that ends %i ms after an answer is missed within two seconds', (later) => {
    const page = seen();
    page.pass(4_000 + later);
    page.answers = false;
    const ended = page.now;
    page.pass(5_000);
    expect(page.goneAt).toBeGreaterThan(ended);
    expect((page.goneAt ?? Infinity) - ended).toBeLessThan(2_000);
  });

  test('that is back is heard by any message', () => {
    const page = seen();
    page.answers = false;
    page.pass(3_000);
    expect(page.link.gone).toBe(true);
    page.happen({ type: 'heard' });
    expect(page.link.gone).toBe(false);
  });

  test('is not missed by a machine that slept: the answer is read before the second look', () => {
    const page = seen();
    page.answers = false;
    page.pass(500);
    // The question of 500 ms is open; the machine sleeps, and its timer comes first.
    page.happen({ type: 'missed', number: page.link.asked, again: false });
    expect(page.link.gone).toBe(false);
    page.happen({ type: 'heard' });
    page.answers = true;
    page.pass(10_000);
    expect(page.goneAt).toBeUndefined();
  });

  test('is not missed while the page is hidden', () => {
    const page = seen();
    page.answers = false;
    page.happen({ type: 'visible', visible: false });
    page.pass(10_000);
    expect(page.link.gone).toBe(false);
  });

  test('hiding and showing again in a moment does not ask twice as often', () => {
    const page = seen();
    page.happen({ type: 'visible', visible: false });
    page.happen({ type: 'visible', visible: true });
    page.pass(8_000);
    expect(page.pings.length).toBe(17);
  });
});
