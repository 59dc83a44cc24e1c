import { dotRadius, type Camera, type Size } from './camera.ts';
import type { ThemeMap } from '../../core/themeMap/themeMap.ts';

/** What is drawn on the canvas. */
export interface Scene {
  readonly map: ThemeMap;
  readonly camera: Camera;
  /** Of the picture, in CSS pixels. */
  readonly size: Size;
  /** By the position in the map's themes. */
  readonly colours: readonly string[];
  readonly look: Look;
  /** 1 for each selected dot; `undefined` when nothing is selected. */
  readonly selected: Uint8Array | undefined;
  /** Dots with a ring: under the pointer, and in the reader. */
  readonly hovered: number | undefined;
  readonly reading: number | undefined;
  /** x and y in pixels by turns: what the lasso goes around so far. */
  readonly lasso: readonly number[];
}

/** Colours of the surroundings. */
export interface Look {
  readonly background: string;
  readonly foreground: string;
  readonly focus: string;
  /** High contrast: nothing may be hard to see. */
  readonly isStrong: boolean;
}

/** How opaque dots are that are not selected while others are: from 0 to 1. */
export function faintnessOn({ isStrong }: Look): number {
  return isStrong ? 0.45 : 0.16;
}

/** Draws scenes. Dots of a theme are stamped from one picture: a path for each would take several times as long. */
export class Painter {
  /** By colour, at `#radius` and `#ratio`. */
  readonly #stamps = new Map<string, HTMLCanvasElement>();
  #radius = 0;
  #ratio = 0;

  /** `ratio`: pixels of the canvas for one CSS pixel. */
  draw(context: CanvasRenderingContext2D, scene: Scene, ratio: number): void {
    const { size, look, lasso } = scene;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = look.background;
    context.fillRect(0, 0, size.width, size.height);
    this.#prepare(dotRadius(scene.camera), ratio);
    if (scene.selected === undefined) this.#stampAll(context, scene, undefined);
    else {
      context.globalAlpha = faintnessOn(look);
      this.#stampAll(context, scene, 0);
      context.globalAlpha = 1;
      this.#stampAll(context, scene, 1);
    }
    this.#ring(context, scene, scene.reading, look.foreground);
    this.#ring(context, scene, scene.hovered, look.focus);
    if (lasso.length > 2) drawLasso(context, lasso, look);
  }

  #prepare(radius: number, ratio: number): void {
    if (radius === this.#radius && ratio === this.#ratio) return;
    this.#stamps.clear();
    [this.#radius, this.#ratio] = [radius, ratio];
  }

  /** Those that are in view, and selected or not. */
  #stampAll(
    context: CanvasRenderingContext2D,
    { map, camera, size, colours, selected }: Scene,
    which: 0 | 1 | undefined,
  ) {
    const reach = this.#radius + 1;
    const stamps = colours.map((colour) => this.#stamp(colour));
    const [left, top] = [size.width / 2 - camera.x * camera.scale, size.height / 2 - camera.y * camera.scale];
    const { places, themeOf } = map;
    for (let dot = 0; dot < themeOf.length; dot += 1) {
      if (which !== undefined && selected?.[dot] !== which) continue;
      const x = left + (places[dot * 2] ?? 0) * camera.scale;
      const y = top + (places[dot * 2 + 1] ?? 0) * camera.scale;
      if (x < -reach || y < -reach || x > size.width + reach || y > size.height + reach) continue;
      const stamp = stamps[themeOf[dot] ?? 0];
      if (stamp !== undefined) context.drawImage(stamp, x - reach, y - reach, reach * 2, reach * 2);
    }
  }

  #stamp(colour: string): HTMLCanvasElement {
    const known = this.#stamps.get(colour);
    if (known !== undefined) return known;
    const reach = this.#radius + 1;
    const stamp = document.createElement('canvas');
    stamp.width = Math.ceil(reach * 2 * this.#ratio);
    stamp.height = stamp.width;
    const context = stamp.getContext('2d');
    if (context !== null) {
      context.scale(stamp.width / (reach * 2), stamp.width / (reach * 2));
      context.fillStyle = colour;
      context.beginPath();
      context.arc(reach, reach, this.#radius, 0, Math.PI * 2);
      context.fill();
    }
    this.#stamps.set(colour, stamp);
    return stamp;
  }

  #ring(context: CanvasRenderingContext2D, scene: Scene, dot: number | undefined, colour: string): void {
    if (dot === undefined) return;
    const { map, camera, size, look, colours } = scene;
    const x = size.width / 2 + ((map.places[dot * 2] ?? 0) - camera.x) * camera.scale;
    const y = size.height / 2 + ((map.places[dot * 2 + 1] ?? 0) - camera.y) * camera.scale;
    const radius = Math.max(4, this.#radius + 1.5);
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = colours[map.themeOf[dot] ?? 0] ?? look.foreground;
    context.fill();
    for (const [width, stroke] of [
      [4, look.background],
      [2, colour],
    ] as const) {
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.beginPath();
      context.arc(x, y, radius + 1, 0, Math.PI * 2);
      context.stroke();
    }
  }
}

function drawLasso(context: CanvasRenderingContext2D, lasso: readonly number[], { focus }: Look): void {
  context.beginPath();
  for (let at = 0; at < lasso.length; at += 2) context.lineTo(lasso[at] ?? 0, lasso[at + 1] ?? 0);
  context.closePath();
  context.lineWidth = 1.5;
  context.strokeStyle = focus;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 0.12;
  context.fillStyle = focus;
  context.fill();
  context.globalAlpha = 1;
}
