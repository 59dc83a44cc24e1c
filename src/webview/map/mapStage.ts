import { boundsOf, DotGrid } from '../../core/themeMap/dotGrid.ts';
import type { ThemeMap } from '../../core/themeMap/themeMap.ts';
import { element } from '../dom.ts';
import { anchorsIn, partsOf, type Part } from './anchors.ts';
import { keepsPlaces } from './keepsPlaces.ts';
import { between, dotRadius, fitted, moved, toScreen, toWorld, zoomed, type Camera, type Size } from './camera.ts';
import { dotsInside } from './lasso.ts';
import { LabelLayer, type PlacedLabel, type WantedName } from './labelLayer.ts';
import type { PageLook } from './look.ts';
import { Painter, type Scene } from './painter.ts';
import type { Wish } from './placeLabels.ts';

/** While the map moves, names are thought over so often. */
const settleMilliseconds = 150;
const flightMilliseconds = 240;
/** So much nearer than all of the map the parts of themes have names, too. */
const nearEnough = 2;
/** So few dots in view are not covered by names. */
const fewDots = 400;
/** A dot counts as meant when the pointer is so near. */
const reach = 9;

/** What the stage needs of the page around it. */
export interface StagePorts {
  look(): PageLook;
  pick(theme: string): void;
  /** The user, not the page, has chosen another part of the map; `undefined`: all of it. */
  onCamera(camera: Camera | undefined): void;
}

/** What is to be seen besides the map and its colours. */
type Marks = Pick<Scene, 'selected' | 'hovered' | 'reading' | 'lasso'>;

/** The picture: canvas and names. Draws when something changed, and does nothing otherwise. */
export class MapStage {
  readonly element = element('div', { attributes: { class: 'stage' } });
  readonly labels: LabelLayer;
  readonly #ports: StagePorts;
  readonly #canvas = element('canvas', {});
  readonly #painter = new Painter();
  #map: ThemeMap | undefined;
  #colours: readonly string[] = [];
  #grid: DotGrid | undefined;
  #camera: Camera = { x: 0, y: 0, scale: 1 };
  /** All of the map is shown, whatever the size of the window. */
  #isFitted = true;
  #marks: Marks = { selected: undefined, hovered: undefined, reading: undefined, lasso: [] };
  #frame = 0;
  #flight = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: StagePorts) {
    this.#ports = ports;
    this.labels = new LabelLayer((theme) => ports.pick(theme));
    this.element.append(this.#canvas, this.labels.element);
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get size(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** Another library or other colours; what is seen of the map stays, unless the map was made anew. */
  setMap(map: ThemeMap, colours: readonly string[]): void {
    const before = this.#map;
    this.#map = map;
    this.#colours = colours;
    this.#grid = new DotGrid(map.places, 2);
    if (before === undefined && this.#isFitted) this.#camera = this.#fit();
    else if ((before !== undefined && !keepsPlaces(before, map)) || !this.#isAnyInView()) this.reset();
    this.#settle();
  }

  setMarks(marks: Partial<Marks>): void {
    this.#marks = { ...this.#marks, ...marks };
    this.#request();
  }

  /** What an earlier page showed. */
  restore(camera: Camera | undefined): void {
    this.#isFitted = camera === undefined;
    if (camera !== undefined) this.#camera = camera;
  }

  pan(dx: number, dy: number): void {
    this.#move(moved(this.#camera, dx, dy));
  }

  /** About a point, or about the middle. */
  zoom(point: readonly [number, number] | undefined, factor: number): void {
    const { width, height } = this.size;
    this.#move(zoomed(this.#camera, this.size, point ?? [width / 2, height / 2], factor));
  }

  reset(): void {
    this.#isFitted = true;
    this.#ports.onCamera(undefined);
    this.#flyTo(this.#fit());
  }

  /** Shows dots as large as they fit. */
  showDots(dots: readonly number[]): void {
    const map = this.#map;
    if (map === undefined || dots.length === 0) return;
    const places = Float32Array.from(dots.flatMap((dot) => [map.places[dot * 2] ?? 0, map.places[dot * 2 + 1] ?? 0]));
    const target = fitted(boundsOf(places), this.size);
    this.#isFitted = false;
    this.#ports.onCamera(target);
    this.#flyTo(target);
  }

  /** The dot at a point of the window. */
  dotAt(point: readonly [number, number]): number | undefined {
    const [x, y] = toWorld(this.#camera, this.size, point);
    return this.#grid?.nearest(x, y, Math.max(reach, dotRadius(this.#camera) + 2) / this.#camera.scale);
  }

  /** The dots inside a line around them, in pixels. */
  dotsIn(line: readonly number[]): readonly number[] {
    if (this.#map === undefined) return [];
    const polygon: number[] = [];
    for (let at = 0; at < line.length; at += 2)
      polygon.push(...toWorld(this.#camera, this.size, [line[at] ?? 0, line[at + 1] ?? 0]));
    return dotsInside(this.#map.places, polygon);
  }

  /** What is seen just now; nothing before there is a map. */
  get scene(): Scene | undefined {
    const look = this.#ports.look();
    if (this.#map === undefined) return undefined;
    return { map: this.#map, camera: this.#camera, size: this.size, colours: this.#colours, look, ...this.#marks };
  }

  get placedLabels(): readonly PlacedLabel[] {
    return this.labels.placed;
  }

  #fit(): Camera {
    return this.#map === undefined ? this.#camera : fitted(boundsOf(this.#map.places), this.size);
  }

  #move(camera: Camera): void {
    cancelAnimationFrame(this.#flight);
    this.#isFitted = false;
    this.#camera = camera;
    this.#ports.onCamera(camera);
    this.#moved();
  }

  #moved(): void {
    this.#settling ??= setTimeout(() => this.#settle(), settleMilliseconds);
    this.#request();
  }

  /** At once where people asked for no motion. */
  #flyTo(target: Camera): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#camera = target;
      this.#moved();
      return;
    }
    const from = this.#camera;
    const start = performance.now();
    const step = (): void => {
      const share = Math.min(1, (performance.now() - start) / flightMilliseconds);
      this.#camera = between(from, target, 1 - (1 - share) ** 3);
      this.#moved();
      if (share < 1) this.#flight = requestAnimationFrame(step);
    };
    cancelAnimationFrame(this.#flight);
    this.#flight = requestAnimationFrame(step);
  }

  #resized(): void {
    const { width, height } = this.size;
    // The list stands in its place: there is nothing to fit, and it tells when it is back.
    if (width === 0 || height === 0) return;
    cancelAnimationFrame(this.#flight);
    const ratio = devicePixelRatio;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    if (this.#isFitted) this.#camera = this.#fit();
    // Setting its size emptied the canvas: what is drawn a frame later would flicker.
    this.#settle();
    this.#draw();
  }

  #part(): Part {
    const { width, height } = this.size;
    const [left, top] = toWorld(this.#camera, this.size, [0, 0]);
    const [right, bottom] = toWorld(this.#camera, this.size, [width, height]);
    return { left, top, right, bottom };
  }

  #isAnyInView(): boolean {
    if (this.size.width === 0) return true;
    const { left, top, right, bottom } = this.#part();
    const { places } = this.#map ?? { places: new Float32Array() };
    for (let at = 0; at < places.length; at += 2) {
      const [x, y] = [places[at] ?? 0, places[at + 1] ?? 0];
      if (x >= left && x <= right && y >= top && y <= bottom) return true;
    }
    return places.length === 0;
  }

  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    if (this.#map === undefined) return;
    this.labels.setNames(this.#themeNames(this.#map), this.#partNames(this.#map));
    this.#request();
  }

  #themeNames(map: ThemeMap): readonly WantedName[] {
    return anchorsIn(map, this.#part()).flatMap((anchor) => {
      const theme = map.themes[anchor.theme];
      return theme === undefined ? [] : [{ ...theme, anchor, colour: this.#colourOf(anchor.theme) }];
    });
  }

  #partNames(map: ThemeMap): readonly WantedName[] {
    if (map.parts.length === 0 || this.#camera.scale < this.#fit().scale * nearEnough) return [];
    return anchorsIn(partsOf(map), this.#part()).flatMap((anchor) => {
      const part = map.parts[anchor.theme];
      return part === undefined ? [] : [{ ...part, anchor, colour: this.#colourOf(part.theme) }];
    });
  }

  #colourOf(theme: number): string {
    return this.#colours[theme] ?? 'currentColor';
  }

  #request(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { scene } = this;
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (scene === undefined || context === null || scene.size.width === 0) return;
    this.#painter.draw(context, scene, this.#canvas.width / scene.size.width);
    this.labels.place(scene.camera, scene.size, this.#fewDots(scene));
  }

  #fewDots({ map, camera, size }: Scene): readonly Wish[] {
    if (map.keys.length > fewDots) return [];
    const across = dotRadius(camera) * 2;
    return map.keys.map((_, dot) => {
      const [x, y] = toScreen(camera, size, map.places[dot * 2] ?? 0, map.places[dot * 2 + 1] ?? 0);
      return { x, y, width: across, height: across };
    });
  }
}
