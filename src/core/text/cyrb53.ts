/**
 * A fast hash of texts, not cryptographic: cyrb53 by bryc (public domain), its two 32-bit halves. Texts may be added one
 * after the other. It is part of keys that people have cited: it must never change.
 */
export class Cyrb53 {
  #first = 0xdeadbeef;
  #second = 0x41c6ce57;

  /** Goes on with the UTF-16 units of a text. */
  add(text: string): void {
    let first = this.#first;
    let second = this.#second;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      first = Math.imul(first ^ unit, 2654435761);
      second = Math.imul(second ^ unit, 1597334677);
    }
    this.#first = first;
    this.#second = second;
  }

  /** Of all that was added. */
  halves(): readonly [number, number] {
    let first = this.#first;
    let second = this.#second;
    first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
    second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
    return [first >>> 0, second >>> 0];
  }
}
