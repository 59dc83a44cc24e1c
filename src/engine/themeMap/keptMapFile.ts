import type { KeptMap, KeptPaper } from '../../core/themeMap/keptMap.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { blank, paddedBytes } from '../../core/paddedBytes.ts';

/** The map that was kept; `undefined` when it is nothing that can be used. Never rejects. */
export async function readKeptMap(cache: IndexCache | undefined): Promise<KeptMap | undefined> {
  try {
    const [bytes] = (await cache?.read()) ?? [];
    if (bytes === undefined) return undefined;
    return mapOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** JSON, with blanks up to a multiple of eight bytes. Rejects as the cache does. */
export async function writeKeptMap(cache: IndexCache, { unit, papers }: KeptMap): Promise<void> {
  const short = papers.map(({ key, x, y, print, isBase }) => [key, x, y, print, isBase]);
  const json = new TextEncoder().encode(JSON.stringify({ unit, papers: short }));
  await cache.write([[paddedBytes([json], blank)]]);
}

function mapOf(kept: unknown): KeptMap | undefined {
  if (typeof kept !== 'object' || kept === null || !('unit' in kept) || !('papers' in kept)) return undefined;
  const { unit, papers } = kept;
  if (!isNumber(unit) || unit <= 0 || !Array.isArray(papers)) return undefined;
  return { unit, papers: papers.flatMap((row: unknown) => paperOf(row)) };
}

function paperOf(row: unknown): readonly KeptPaper[] {
  const parts: readonly unknown[] = Array.isArray(row) ? row : [];
  const [key, x, y, print, isBase] = parts;
  if (typeof key !== 'string' || !isNumber(x) || !isNumber(y) || !isNumber(print)) return [];
  return [{ key, x, y, print, isBase: isBase === true }];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
