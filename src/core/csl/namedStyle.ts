import { isShippedStyle, type ShippedStyle } from './shippedCsl.ts';

/** What the name of a style in metadata may mean. */
export interface NamedStyle {
  /** The path of its file as written, with its ending; `undefined` of an address. */
  readonly path: string | undefined;
  /** The shipped style of this name: taken where there is no such file. */
  readonly shipped: ShippedStyle | undefined;
}

const address = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;
const ending = /\.csl$/i;

/**
 * Reads the value of `csl`, as Pandoc does: the path of a file, without its ending too; the bare name of a shipped style;
 * or an address, of which the last part names a style as the CSL project calls it. Total.
 */
export function namedStyle(written: string): NamedStyle {
  const last = (address.test(written) ? written.replace(/[?#].*$/s, '').replace(/\/+$/, '') : written)
    .split('/')
    .at(-1);
  const name = (last ?? '').replace(ending, '');
  const shipped = isShippedStyle(name) ? name : undefined;
  if (address.test(written)) return { path: undefined, shipped };
  const path = ending.test(written) ? written : `${written}.csl`;
  return { path, shipped: /[\\/]/.test(written) ? undefined : shipped };
}
