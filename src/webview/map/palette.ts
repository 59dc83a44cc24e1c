/** Whether colours stand on a light or a dark ground; `strong` for the themes of high contrast. */
export interface Ground {
  readonly isLight: boolean;
  readonly isStrong: boolean;
}

/** Hues at the golden angle: neighbours in number are far in hue, however many there are. */
const goldenAngle = 137.508;
const firstHue = 255;
/** Lightness by turns, so that near hues of a long list differ, too. */
const steps = [0, -0.09, 0.09];

/** The colour of a number, `#rrggbb`: of even lightness in OKLCH, with at least 3:1 against the ground. */
export function themeColour(number: number, { isLight, isStrong }: Ground): string {
  const hue = (firstHue + number * goldenAngle) % 360;
  const step = steps[Math.floor(number / 8) % steps.length] ?? 0;
  const lightness = (isLight ? 0.55 : 0.74) + step * (isLight ? 0.6 : 1) + (isStrong ? (isLight ? -0.08 : 0.06) : 0);
  return hexOf(lightness, isStrong ? 0.17 : 0.145, hue);
}

/** For papers near no theme. */
export function restColour({ isLight, isStrong }: Ground): string {
  return hexOf(isLight ? (isStrong ? 0.48 : 0.62) : isStrong ? 0.75 : 0.6, 0, 0);
}

/**
 * The number of each theme's colour: themes keep the one they have, new ones take the first that is free. `before` has
 * ids by number; themes that are gone keep theirs as long as there are few.
 */
export function colourNumbers(ids: readonly string[], before: readonly string[]): readonly string[] {
  const taken = before.length > ids.length + 40 ? before.map((id) => (ids.includes(id) ? id : '')) : [...before];
  const known = new Set(taken);
  let free = 0;
  for (const id of ids) {
    if (known.has(id)) continue;
    while (free < taken.length && taken[free] !== '') free += 1;
    taken[free] = id;
  }
  return taken;
}

/** sRGB of OKLCH (Ottosson 2020); chroma is lowered until the colour exists. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; c > 0; c -= 0.005) {
    const colour = linearOf(lightness, c, hue);
    if (colour.every((value) => value >= -0.0005 && value <= 1.0005)) return hex(colour);
  }
  return hex(linearOf(lightness, 0, hue));
}

function linearOf(lightness: number, chroma: number, hue: number): readonly [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hex(linear: readonly number[]): string {
  const parts = linear.map((value) => {
    const light = Math.max(0, Math.min(1, value));
    const curved = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(curved * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
