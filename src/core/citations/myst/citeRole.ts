import type { CitationCluster, CitationItem, OffsetRange } from '../citation.ts';

const name = /\{cite(?::([a-z]{1,20}))?\}$/;
const longestName = 30;
const item = /^(?:\{([^{}]*)\})?([^{}]*)(?:\{([^{}]*)\})?$/;

/**
 * The citation role whose text is the inline code at `code`, backticks included: `{cite:p}` before it. Its keys stand
 * between commas or semicolons, each as `{prefix}key{suffix}`. `undefined` when it is code.
 */
export function citeRoleAt(text: string, code: OffsetRange): CitationCluster | undefined {
  const found = name.exec(text.slice(Math.max(0, code.start - longestName), code.start));
  if (found === null) return undefined;
  const start = code.start - found[0].length;
  if (text[start - 1] === '\\') return undefined;
  const variant = found[1] ?? '';
  const body = bodyOf(text, code);
  const suppressAuthor = variant.startsWith('year');
  const items: CitationItem[] = [];
  let at = body.start;
  for (const part of text.slice(body.start, body.end).split(/[,;]/)) {
    const one = itemOf(part, at, suppressAuthor);
    if (one !== undefined) items.push(one);
    at += part.length + 1;
  }
  if (items.length === 0) return undefined;
  // As mystmd has it; `cite` alone names the author in the text.
  const isBracketed = variant.startsWith('p') || variant.startsWith('alp') || variant.includes('par');
  const kind = isBracketed ? 'bracketed' : 'inText';
  return { kind, range: { start, end: code.end }, bracket: { start: code.start, end: code.end }, items };
}

function bodyOf(text: string, { start, end }: OffsetRange): OffsetRange {
  let length = 0;
  while (text[start + length] === '`' && length < (end - start) / 2) length += 1;
  return { start: start + length, end: end - length };
}

function itemOf(part: string, at: number, suppressAuthor: boolean): CitationItem | undefined {
  const trimmed = part.trim();
  const start = at + part.length - part.trimStart().length;
  const found = item.exec(trimmed);
  const written = found?.[2] ?? '';
  const key = written.trim();
  if (key === '' || /\s/.test(key)) return undefined;
  const before = found?.[1] === undefined ? 0 : found[1].length + 2;
  const keyStart = start + before + written.length - written.trimStart().length;
  return {
    key,
    keyRange: { start: keyStart, end: keyStart + key.length },
    range: { start, end: start + trimmed.length },
    prefix: (found?.[1] ?? '').trim(),
    suffix: (found?.[3] ?? '').trim(),
    suppressAuthor,
    crossReference: false,
  };
}
