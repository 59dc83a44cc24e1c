/** Which part of the map is seen: the place in the middle of the window, and how many pixels one unit has. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Bounds extends Size {
  readonly left: number;
  readonly top: number;
}

/** Room for dots and labels at the rim, in pixels. */
const margin = 48;
const leastScale = 0.02;
const mostScale = 600;
/** A few papers do not fill the window: lengths that close look as if they were far. */
const mostFitScale = 90;

/** Shows all of the bounds. */
export function fitted({ left, top, width, height }: Bounds, size: Size): Camera {
  const [roomX, roomY] = [Math.max(40, size.width - 2 * margin), Math.max(40, size.height - 2 * margin)];
  const scale = Math.min(roomX / Math.max(width, 1e-6), roomY / Math.max(height, 1e-6), mostFitScale);
  return { x: left + width / 2, y: top + height / 2, scale: limited(scale) };
}

/** Zooms by a factor; what is under the point (pixels from the top left) stays there. */
export function zoomed(camera: Camera, size: Size, point: readonly [number, number], factor: number): Camera {
  const scale = limited(camera.scale * factor);
  const [x, y] = toWorld(camera, size, point);
  return {
    x: x - (point[0] - size.width / 2) / scale,
    y: y - (point[1] - size.height / 2) / scale,
    scale,
  };
}

/** Moves what is seen by pixels. */
export function moved(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Part of the way from one to another, 0 to 1; zooming goes evenly. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: from.scale * (to.scale / from.scale) ** share };
}

/** The place on the map under a pixel. */
export function toWorld(camera: Camera, size: Size, [x, y]: readonly [number, number]): [number, number] {
  return [camera.x + (x - size.width / 2) / camera.scale, camera.y + (y - size.height / 2) / camera.scale];
}

/** The pixel of a place on the map. */
export function toScreen(camera: Camera, size: Size, x: number, y: number): [number, number] {
  return [size.width / 2 + (x - camera.x) * camera.scale, size.height / 2 + (y - camera.y) * camera.scale];
}

/** Radius of dots in pixels: they touch at most where they stand closest, as long as they can be seen. */
export function dotRadius({ scale }: Camera): number {
  return Math.max(1.5, Math.min(7.5, scale * 0.42));
}

function limited(scale: number): number {
  return Math.max(leastScale, Math.min(mostScale, scale));
}
