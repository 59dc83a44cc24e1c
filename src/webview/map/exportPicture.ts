import { mapSvg } from '../../core/themeMap/mapSvg.ts';
import { dotRadius, toScreen } from './camera.ts';
import type { PlacedLabel } from './labelLayer.ts';
import { faintnessOn, Painter, type Scene } from './painter.ts';

/** Pixels of the PNG for one of the window. */
const sharpness = 2;

/** What is seen, as SVG with titles of papers. */
export function svgOf(
  scene: Scene,
  labels: readonly PlacedLabel[],
  more: { readonly font: string; readonly titles: ReadonlyMap<string, string> },
): string {
  const { map, camera, size, colours, look, selected } = scene;
  const radius = dotRadius(camera);
  const faintness = faintnessOn(look);
  const dots = map.keys.flatMap((key, dot) => {
    const [x, y] = toScreen(camera, size, map.places[dot * 2] ?? 0, map.places[dot * 2 + 1] ?? 0);
    if (x < -radius || y < -radius || x > size.width + radius || y > size.height + radius) return [];
    const colour = colours[map.themeOf[dot] ?? 0] ?? look.foreground;
    return [{ x, y, colour, opacity: selected?.[dot] === 0 ? faintness : 1, title: more.titles.get(key) ?? key }];
  });
  return mapSvg({
    ...size,
    background: look.background,
    foreground: look.foreground,
    font: more.font,
    radius,
    dots,
    labels: linesOf(labels).map(({ x, y, text, fontSize }) => ({ x, y, text, size: fontSize })),
  });
}

/** What is seen, as PNG of twice the size; `undefined` when the browser cannot make it. */
export async function pngOf(
  scene: Scene,
  labels: readonly PlacedLabel[],
  font: string,
): Promise<Uint8Array | undefined> {
  const { size, look } = scene;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(size.width * sharpness), Math.round(size.height * sharpness)];
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return undefined;
  new Painter().draw(context, { ...scene, hovered: undefined, lasso: [] }, sharpness);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  for (const { x, y, text, fontSize } of linesOf(labels)) {
    context.font = `600 ${String(fontSize)}px ${font}`;
    context.strokeStyle = look.background;
    context.strokeText(text, x, y);
    context.fillStyle = look.foreground;
    context.fillText(text, x, y);
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
}

/** Each line by its own middle. */
function linesOf(
  labels: readonly PlacedLabel[],
): readonly { readonly x: number; readonly y: number; readonly text: string; readonly fontSize: number }[] {
  return labels.flatMap(({ lines, x, y, fontSize }) =>
    lines.map((text, line) => ({ x, y: y + (line - (lines.length - 1) / 2) * fontSize * 1.2, text, fontSize })),
  );
}
