import type { CslNode } from './cslNode.ts';

/** Deeper calls are in no style. */
const maxDepth = 500;

/**
 * How many elements a style has once each macro stands wherever it is called, as processors have it: a short style can be
 * made to grow without end. `Infinity` where calls go in circles or are nested too deeply. Linear.
 */
export function expandedSize(style: CslNode): number {
  const macros = new Map<string, CslNode>();
  for (const node of style.children) {
    if (typeof node !== 'string' && node.name === 'macro') macros.set(node.attrs['name'] ?? '', node);
  }
  /** Of macros; `Infinity` while one is being counted. */
  const known = new Map<string, number>();

  function sizeOf(node: CslNode, depth: number): number {
    if (depth > maxDepth) return Infinity;
    let size = 1;
    for (const part of node.children) if (typeof part !== 'string') size += sizeOf(part, depth + 1);
    const called = node.attrs['macro'];
    return called === undefined ? size : size + sizeOfMacro(called, depth + 1);
  }

  function sizeOfMacro(name: string, depth: number): number {
    const macro = macros.get(name);
    const size = known.get(name);
    if (macro === undefined || size !== undefined) return size ?? 0;
    known.set(name, Infinity);
    const counted = sizeOf(macro, depth);
    known.set(name, counted);
    return counted;
  }

  return sizeOf(style, 0);
}
