import { locateFrontMatter } from './frontMatterRange.ts';
import { keysInFile } from './keysInFile.ts';

const bibitem = /\\bibitem[ \t]{0,20}(?:\[[^\]]{0,500}\])?\s{0,20}\{([^{}\s]{1,1000})\}/g;

/**
 * Keys of the works that a text lists itself: in its front matter under `references`, in LaTeX by `\bibitem`. `undefined`
 * when it has no such list. `syntax` is the id of its citation syntax. Total; linear.
 */
export function listedKeys(syntax: string, text: string): readonly string[] | undefined {
  if (syntax === 'typst') return undefined;
  return syntax === 'latex' ? inLatex(text) : inFrontMatter(text);
}

function inLatex(text: string): readonly string[] | undefined {
  if (!text.includes('\\bibitem')) return undefined;
  const keys = [...text.matchAll(bibitem)].map(([, key = '']) => key);
  return keys.length === 0 ? undefined : keys;
}

function inFrontMatter(text: string): readonly string[] | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return undefined;
  const yaml = text.slice(range.contentStart, range.contentEnd);
  if (!/^references[ \t]*:/m.test(yaml)) return undefined;
  const work = keysInFile('front matter.yaml', yaml);
  for (let step = work?.next(); step !== undefined; step = work?.next()) if (step.done === true) return step.value;
  return [];
}
