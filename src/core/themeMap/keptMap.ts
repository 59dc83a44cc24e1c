import { Cyrb53 } from '../text/cyrb53.ts';

/** A map to be gone on with in a later session: the same papers stand where they stood. */
export interface KeptMap {
  /** As in `MapBase`. */
  readonly unit: number;
  readonly papers: readonly KeptPaper[];
}

/** Where a paper stood. */
export interface KeptPaper {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Of its text: of another text it would stand elsewhere. */
  readonly print: number;
  /** The map was made with it; the others were placed by those. */
  readonly isBase: boolean;
}

/** A number that another text very likely does not have. */
export function printOf({ title, abstract }: { readonly title: string; readonly abstract: string }): number {
  const hash = new Cyrb53();
  hash.add(title);
  hash.add('\n');
  hash.add(abstract);
  const [first, second] = hash.halves();
  return (first % 2 ** 21) * 2 ** 32 + second;
}
