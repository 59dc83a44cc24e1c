import { singleLine } from '../text/plainText.ts';

/** A picture of the map in pixels. Colours are `#rrggbb`. */
export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly foreground: string;
  /** Names of fonts as CSS has them. */
  readonly font: string;
  readonly radius: number;
  readonly dots: readonly PictureDot[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string; readonly size: number }[];
}

/** One paper in the picture. */
export interface PictureDot {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** From 0 (not to be seen) to 1. */
  readonly opacity: number;
  readonly title: string;
}

/** The picture as SVG without scripts, styles or links; titles of papers show where the pointer rests. Total. */
export function mapSvg({ width, height, background, foreground, font, radius, dots, labels }: MapPicture): string {
  const size = `width="${rounded(width)}" height="${rounded(height)}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${rounded(width)} ${rounded(height)}">`,
    `<rect ${size} fill="${xml(background)}"/>`,
    ...dots.map((dot) => dotSvg(dot, radius)),
    `<g fill="${xml(foreground)}" stroke="${xml(background)}" stroke-width="3" stroke-linejoin="round" ` +
      `paint-order="stroke" font-family="${xml(font)}" font-weight="600" text-anchor="middle">`,
    ...labels.map(
      ({ x, y, text, size: fontSize }) =>
        `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${rounded(fontSize)}" dominant-baseline="central">${xml(text)}</text>`,
    ),
    '</g>',
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function dotSvg({ x, y, colour, opacity, title }: PictureDot, radius: number): string {
  const faint = opacity < 1 ? ` opacity="${rounded(opacity)}"` : '';
  return (
    `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" fill="${xml(colour)}"${faint}>` +
    `<title>${xml(title)}</title></circle>`
  );
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** What XML 1.0 does not allow at all, besides control characters. */
const noXml = /[\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text as XML has it, in elements and in quotes. */
function xml(text: string): string {
  return singleLine(text)
    .replace(noXml, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
