/** The dots (x and y by turns) inside a polygon of the same kind, which closes by itself; by the even-odd rule. */
export function dotsInside(places: Float32Array, polygon: readonly number[]): readonly number[] {
  if (polygon.length < 6) return [];
  const [left, right, top, bottom] = boundsOfPolygon(polygon);
  const inside: number[] = [];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] ?? 0, places[at + 1] ?? 0];
    if (x >= left && x <= right && y >= top && y <= bottom && isInside(polygon, x, y)) inside.push(at / 2);
  }
  return inside;
}

function isInside(polygon: readonly number[], x: number, y: number): boolean {
  let inside = false;
  let [px, py] = [polygon.at(-2) ?? 0, polygon.at(-1) ?? 0];
  for (let at = 0; at < polygon.length; at += 2) {
    const [qx, qy] = [polygon[at] ?? 0, polygon[at + 1] ?? 0];
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    [px, py] = [qx, qy];
  }
  return inside;
}

function boundsOfPolygon(polygon: readonly number[]): readonly [number, number, number, number] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < polygon.length; at += 2) {
    left = Math.min(left, polygon[at] ?? 0);
    right = Math.max(right, polygon[at] ?? 0);
    top = Math.min(top, polygon[at + 1] ?? 0);
    bottom = Math.max(bottom, polygon[at + 1] ?? 0);
  }
  return [left, right, top, bottom];
}
