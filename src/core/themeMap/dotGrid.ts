/** Dots (x and y by turns) in square cells, to find those around a place without looking at all. Not kept up to date. */
export class DotGrid {
  readonly #places: Float32Array;
  readonly #cell: number;
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Dots of cell `c` stand in `#dots` from `#starts[c]` to before `#starts[c + 1]`. */
  readonly #starts: Uint32Array;
  readonly #dots: Uint32Array;

  /** Cells are `cell` wide and high, or larger where there would be more than four for each dot. */
  constructor(places: Float32Array, cell: number) {
    this.#places = places;
    const count = places.length >> 1;
    const { left, top, width, height } = boundsOf(places);
    const least = Math.sqrt((Math.max(width, 1e-9) * Math.max(height, 1e-9)) / Math.max(1, count * 4));
    this.#cell = Math.max(cell, least, Math.max(width, height) / 4_096, 1e-9);
    this.#left = left;
    this.#top = top;
    this.#columns = Math.floor(width / this.#cell) + 1;
    this.#rows = Math.floor(height / this.#cell) + 1;
    this.#starts = new Uint32Array(this.#columns * this.#rows + 1);
    this.#dots = new Uint32Array(count);
    this.#fill(count);
  }

  #fill(count: number): void {
    const cells = Uint32Array.from({ length: count }, (_, dot) => this.#cellOf(dot));
    for (const cell of cells) this.#starts[cell + 1] = (this.#starts[cell + 1] ?? 0) + 1;
    for (let cell = 1; cell < this.#starts.length; cell += 1)
      this.#starts[cell] = (this.#starts[cell] ?? 0) + (this.#starts[cell - 1] ?? 0);
    const next = this.#starts.slice();
    for (const [dot, cell] of cells.entries()) {
      const at = next[cell] ?? 0;
      this.#dots[at] = dot;
      next[cell] = at + 1;
    }
  }

  #cellOf(dot: number): number {
    return this.#row(this.#places[dot * 2 + 1] ?? 0) * this.#columns + this.#column(this.#places[dot * 2] ?? 0);
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#left) / this.#cell)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#top) / this.#cell)));
  }

  /** Calls `take` for each dot that is at most `radius` from a place, by the places that dots have now. */
  near(x: number, y: number, radius: number, take: (dot: number, distance: number) => void): void {
    const lastRow = this.#row(y + radius);
    const lastColumn = this.#column(x + radius);
    for (let row = this.#row(y - radius); row <= lastRow; row += 1) {
      for (let column = this.#column(x - radius); column <= lastColumn; column += 1) {
        const cell = row * this.#columns + column;
        const end = this.#starts[cell + 1] ?? 0;
        for (let at = this.#starts[cell] ?? 0; at < end; at += 1) {
          const dot = this.#dots[at] ?? 0;
          const distance = Math.hypot((this.#places[dot * 2] ?? 0) - x, (this.#places[dot * 2 + 1] ?? 0) - y);
          if (distance <= radius) take(dot, distance);
        }
      }
    }
  }

  /** The dot nearest to a place, at most `radius` away; among equals the lower number. */
  nearest(x: number, y: number, radius: number): number | undefined {
    let best: number | undefined;
    let least = Infinity;
    this.near(x, y, radius, (dot, distance) => {
      if (distance < least || (distance === least && dot < (best ?? Infinity))) [best, least] = [dot, distance];
    });
    return best;
  }
}

/** The rectangle around all dots; of none, nothing at the origin. */
export function boundsOf(places: Float32Array): {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} {
  if (places.length < 2) return { left: 0, top: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] ?? 0, places[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left, height: bottom - top };
}
