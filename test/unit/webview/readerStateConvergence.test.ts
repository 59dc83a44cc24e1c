import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { noteStatus } from '../../../src/webview/noteStatus.ts';
import { ModelHost } from './modelHost.ts';
import { ModelPage } from './modelPage.ts';

/** What can happen in any order. `at` and `length` are in percent of the text. */
type Happening =
  | { readonly kind: 'type' | 'outside'; readonly at: number; readonly length: number; readonly insert: number }
  | { readonly kind: 'flush' | 'toHost' | 'toPage' | 'save' | 'refresh' | 'composeStart' | 'composeEnd' | 'away' };

const splice = fc.record({
  kind: fc.constantFrom('type' as const, 'outside' as const),
  at: fc.integer({ min: 0, max: 100 }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  insert: fc.integer({ min: 0, max: 6 }),
});
const plain = fc.record({
  kind: fc.constantFrom(
    ...(['flush', 'toHost', 'toPage', 'save', 'refresh', 'composeStart', 'composeEnd', 'away'] as const),
  ),
});
const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(fc.oneof(splice, splice, plain, plain, plain), {
  maxLength: 60,
});

/** Every character ever written is a different one, so that each can be followed. */
class World {
  readonly host: ModelHost;
  readonly page = new ModelPage();
  readonly written = new Set<string>();
  readonly deleted = new Set<string>();
  /** Characters that were ever on disk. */
  readonly onDisk = new Set<string>();
  #next = 0x4e00;
  #delivered = 0;

  constructor(start = '') {
    this.host = new ModelHost('k', start);
    // A merge may add line ends.
    for (const one of `${start}\n`) this.onDisk.add(one);
    this.host.show(false);
    this.toPage();
  }

  happen(happening: Happening): void {
    const { host, page } = this;
    switch (happening.kind) {
      case 'type':
        if (page.note.key === host.key) page.type(this.#spliced(page.note.text, happening));
        break;
      case 'outside':
        host.fileChanges(this.#spliced(host.disk, happening));
        for (const one of host.disk) this.onDisk.add(one);
        break;
      case 'flush':
        page.fire('flushDue');
        break;
      case 'toHost':
        this.toHost();
        break;
      case 'toPage':
        this.toPage();
        break;
      case 'save':
        host.save();
        for (const one of host.disk) this.onDisk.add(one);
        break;
      case 'refresh':
        host.show(true);
        break;
      case 'away':
        // Another paper is shown, then this one again; the host keeps the note open meanwhile.
        host.showOther();
        host.show(false);
        break;
      case 'composeStart':
        page.act({ type: 'compositionStart' });
        break;
      case 'composeEnd':
        page.act({ type: 'compositionEnd', text: page.note.text });
        break;
    }
  }

  /** One message each way, so that many can be under way at once. */
  toPage(): void {
    const message = this.host.outbox.shift();
    if (message !== undefined) this.page.receive(message);
  }

  toHost(): void {
    const message = this.page.posted[this.#delivered];
    if (message === undefined) return;
    this.#delivered++;
    this.host.receive(message);
  }

  /** No more typing: everything is delivered. */
  settle(): void {
    this.page.act({ type: 'compositionEnd', text: this.page.note.text });
    for (let round = 0; round < 10; round++) {
      this.page.act({ type: 'flush' });
      while (this.#delivered < this.page.posted.length) this.toHost();
      this.host.save();
      while (this.host.outbox.length > 0) this.toPage();
    }
  }

  #spliced(text: string, change: { at: number; length: number; insert: number }): string {
    const start = Math.floor((change.at / 100) * text.length);
    const end = Math.min(text.length, start + Math.floor((change.length / 100) * text.length));
    for (const gone of text.slice(start, end)) this.deleted.add(gone);
    let insert = '';
    for (let i = 0; i < change.insert; i++) insert += String.fromCharCode(this.#next++);
    for (const one of insert) this.written.add(one);
    return text.slice(0, start) + insert + text.slice(end);
  }
}

describe('reader and host, in any order of events', () => {
  test('converge, and nothing that was written and not deleted is lost', () => {
    fc.assert(
      fc.property(happenings, (events) => {
        const world = new World('0123456789abcdefghijklmnopqrstuvwxyz');
        for (const event of events) world.happen(event);
        world.settle();
        const { page, host } = world;
        expect(page.note.text).toBe(host.text);
        expect(host.disk).toBe(host.text);
        const end = new Set(host.text);
        const lost = [...world.written].filter((one) => !world.deleted.has(one) && !end.has(one));
        expect(lost).toEqual([]);
        expect(page.kept).toEqual({ key: 'k' });
      }),
      { numRuns: 1500 },
    );
  });

  test('"saved" is said only when the whole text is on disk; the unsaved rest is always kept', () => {
    fc.assert(
      fc.property(happenings, (events) => {
        const world = new World();
        for (const event of events) {
          world.happen(event);
          const { note } = world.page;
          if (noteStatus(note).line === 'Saved') {
            expect(Array.from(note.text).filter((one) => !world.deleted.has(one) && !world.onDisk.has(one))).toEqual(
              [],
            );
          }
          const kept = world.page.kept?.unsaved;
          if (note.text !== note.confirmed) expect(kept?.text).toBe(note.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('typing alone, whatever the delays, arrives exactly as typed', () => {
    const delays = fc.array(fc.constantFrom(...(['type', 'flush', 'toHost', 'toPage', 'save'] as const)), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(delays, (events) => {
        const world = new World();
        let typed = '';
        for (const kind of events) {
          if (kind === 'type') world.page.type((typed += String.fromCharCode(0x61 + (typed.length % 26))));
          else world.happen({ kind });
        }
        world.settle();
        expect(world.host.disk).toBe(typed);
        expect(world.page.note.text).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });
});
