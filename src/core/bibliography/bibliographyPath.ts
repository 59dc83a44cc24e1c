/** What Pandoc's Markdown (metadata values are Markdown) would not leave as it is. Intraword `_` is left alone. */
const markdownSignificant = /[*`$^~[\]<>\\"'@#!]|\.{3}|-{2}|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u;
const escapable = /[*`$^~[\]<>\\"'@#!_]|\.(?=\.\.)|-(?=-)/g;
const escapedPunctuation = /\\([!-/:-@[-`{-~])/g;
const plainYaml = /^[\p{L}_./][\p{L}\p{N}_./+ -]*$/u;
const yamlWord = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** How a path is written as a Markdown text that Pandoc reads as exactly this path. */
export function pathToMetadata(path: string): string {
  const edgeUnderscores = path.match(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu)?.length ?? 0;
  const harmless = edgeUnderscores === 1 && !markdownSignificant.test(path.replaceAll('_', 'x'));
  return harmless || !markdownSignificant.test(path) ? path : path.replace(escapable, '\\$&');
}

/** The path that Pandoc reads in a metadata value. */
export function pathFromMetadata(value: string): string {
  return value.replace(escapedPunctuation, '$1');
}

/** A YAML scalar for a metadata value: plain where that is safe in block and flow collections, else double quoted. */
export function yamlScalar(value: string): string {
  const plain = plainYaml.test(value) && !yamlWord.test(value) && !/^\.+$|^\.(?:inf|nan)$/i.test(value);
  return plain && value === value.trim() && !value.includes('---') ? value : yamlQuoted(value);
}

/** A double-quoted YAML scalar on one line: JSON, with every character escaped that a YAML reader may refuse. */
export function yamlQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether two paths name the same file as far as their spelling tells: `./a.bib` is `a.bib`. */
export function samePath(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}

function normalised(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
