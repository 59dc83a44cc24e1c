const looked = 4000;
const magic = /^[ \t]*%[ \t]*!T[eE]X[ \t]+root[ \t]*=[ \t]*([^\r\n]{1,500}?)[ \t]*$/m;
const subfile = /\\documentclass[ \t]*\[([^\]\r\n]{1,500})\][ \t]*\{subfiles\}/;

/**
 * The path of the main document that a part of a LaTeX document names at its beginning, by `% !TEX root = …` or as its
 * class `subfiles` has it; relative to the folder of the part. `undefined` when it names none. Constant time.
 */
export function latexRoot(text: string): string | undefined {
  const head = text.slice(0, looked);
  const path = (magic.exec(head) ?? subfile.exec(head))?.[1]?.trim();
  if (path === undefined || path === '') return undefined;
  return /\.[a-z]{2,5}$/i.test(path) ? path : `${path}.tex`;
}
