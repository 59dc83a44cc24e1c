/** Outlines on a grid of 16 by 16, drawn as lines. */
const outlines = {
  back: 'M13 8H3.5M7.5 3.5 3 8l4.5 4.5',
  forward: 'M3 8h9.5M8.5 3.5 13 8l-4.5 4.5',
  previous: 'M3.5 10 8 5.5l4.5 4.5',
  next: 'M3.5 6 8 10.5 12.5 6',
  pin: 'M5.5 2.5h5M6.5 2.5v4.2L4.2 9.5h7.6L9.5 6.7V2.5M8 9.5v4.5',
  cite: 'M6 5H3.5v3.5H6V7.2M6 5v3.4q0 2.1-2 2.8M12 5H9.5v3.5H12V7.2M12 5v3.4q0 2.1-2 2.8',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  note: 'M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M5.5 8.5h5M5.5 11h5',
  menu: 'M5 6.5 8 9.5l3-3',
} as const;

/** Pictures of the reader's buttons. */
export type IconName = keyof typeof outlines;

const svg = 'http://www.w3.org/2000/svg';

/** A picture in the colour of the text beside it. Nobody hears of it: the button has a name of its own. */
export function icon(name: IconName): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', outlines[name]);
  for (const [attribute, value] of [
    ['class', 'icon'],
    ['viewBox', '0 0 16 16'],
    ['aria-hidden', 'true'],
  ] as const) {
    picture.setAttribute(attribute, value);
  }
  picture.append(line);
  return picture;
}
