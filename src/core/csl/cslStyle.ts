import type { Result } from '../result.ts';
import type { CslNode } from './cslNode.ts';
import { expandedSize } from './expandedSize.ts';
import { readCsl } from './readCsl.ts';

/** Elements with macros put in. The largest of 2,548 styles of the CSL project has 34,000; time and memory grow with it. */
const maxExpanded = 200_000;

/** A citation style, read. */
export interface CslStyle {
  /** Of whoever formats with it, who may change it. */
  readonly root: CslNode;
  /** As the style names itself; `''` when it does not. */
  readonly title: string;
  /** The language that the style is made for; any when undefined. */
  readonly language: string | undefined;
  /** Whether its citations are notes. */
  readonly inNotes: boolean;
  /**
   * Of a style that only says which other one it is like: the last part of the other's address, which is the name of its
   * file with the CSL project. It formats nothing itself.
   */
  readonly parent: string | undefined;
}

/** Reads a style; the error ends a sentence: `line 3: unclosed tag`. */
export function parseStyle(source: string): Result<CslStyle> {
  const read = readCsl(source);
  if (!read.ok) return read;
  const root = read.value;
  if (root.name !== 'style') return { ok: false, error: `it begins with <${root.name}>, not with <style>` };
  const info = child(root, 'info');
  const parent = parentOf(info);
  if (parent === undefined && child(child(root, 'citation'), 'layout') === undefined) {
    return { ok: false, error: 'it does not say how citations are formatted' };
  }
  const size = expandedSize(root);
  if (size === Infinity) return { ok: false, error: 'its macros call each other in circles' };
  if (size > maxExpanded) return { ok: false, error: 'its macros make it larger than any style' };
  const title = child(info, 'title')?.children[0];
  return {
    ok: true,
    value: {
      root,
      title: typeof title === 'string' ? title.trim() : '',
      language: root.attrs['default-locale'],
      inNotes: root.attrs['class'] === 'note',
      parent,
    },
  };
}

/** The first element of that name in another. */
export function child(node: CslNode | undefined, name: string): CslNode | undefined {
  return node?.children.find((one): one is CslNode => typeof one !== 'string' && one.name === name);
}

function parentOf(info: CslNode | undefined): string | undefined {
  for (const link of info?.children ?? []) {
    if (typeof link === 'string' || link.attrs['rel'] !== 'independent-parent') continue;
    return link.attrs['href']?.replace(/\/+$/, '').split('/').at(-1) ?? '';
  }
  return undefined;
}
