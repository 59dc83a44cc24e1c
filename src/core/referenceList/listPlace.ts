import type { OffsetRange, OpaqueKind, OpaqueRange } from '../citations/citation.ts';
import type { ScannedText } from '../citations/citationWriter.ts';
import { latexFamily } from '../citations/write/latexFamily.ts';

/** How the readers of a syntax are told where the reference list goes. */
interface ListMark {
  /** Finds it; the first group, if it has one, is what is before it. */
  readonly pattern: RegExp;
  /** What is written. `file`: path of the bibliography from the document. */
  readonly write: (document: ScannedText, file: string, lineEnd: string) => string;
  /** It names the bibliography. */
  readonly namesFile?: true;
}

const marks: ReadonlyMap<string, ListMark> = new Map<string, ListMark>([
  [
    'pandoc',
    {
      pattern:
        /^[ \t>]*(?::{3,}[ \t]*\{[^{}\r\n]{0,200}#refs(?![\w-])[^{}\r\n]{0,200}\}|<div\b[^>\r\n]{0,200}\bid=["']?refs\b)/gm,
      write: (_document, _file, lineEnd) => `::: {#refs}${lineEnd}:::`,
    },
  ],
  [
    'myst',
    {
      pattern: /^[ \t>]*(?:`{3,}|:{3,})[ \t]*\{bibliography\}/gm,
      write: (_document, _file, lineEnd) => `\`\`\`{bibliography}${lineEnd}\`\`\``,
    },
  ],
  [
    'latex',
    { pattern: /\\(?:printbibliography(?![a-zA-Z])|bibliography[ \t]*\{)/g, write: latexList, namesFile: true },
  ],
  [
    'typst',
    {
      pattern: /#bibliography\(/g,
      write: (_document, file) => `#bibliography("${file.replace(/[\\"]/g, '\\$&')}")`,
      namesFile: true,
    },
  ],
]);

const hiding: ReadonlySet<OpaqueKind> = new Set<OpaqueKind>(['code', 'comment', 'frontMatter', 'math']);

/** Whether documents of a syntax can say where what reads them puts the reference list. */
export function hasListPlace(syntax: string): boolean {
  return marks.has(syntax);
}

/** Whether that needs the path of the bibliography. */
export function namesListFile(syntax: string): boolean {
  return marks.get(syntax)?.namesFile === true;
}

/** Where a text says so already. Marks in code and comments are none. */
export function findListPlace(syntax: string, { text, scan }: ScannedText): OffsetRange | undefined {
  const mark = marks.get(syntax);
  if (mark === undefined) return undefined;
  for (const { 0: found, index } of text.matchAll(mark.pattern)) {
    if (isHidden(scan.opaque, index, syntax)) continue;
    return { start: index + found.search(/[^ \t>]/), end: index + found.length };
  }
  return undefined;
}

/** What says so; `''` in a syntax that cannot. */
export function listMark(syntax: string, document: ScannedText, file: string, lineEnd: string): string {
  return marks.get(syntax)?.write(document, file, lineEnd) ?? '';
}

/** BibTeX prints nothing without a style. */
function latexList(document: ScannedText, file: string, lineEnd: string): string {
  const { kind } = latexFamily(document);
  if (kind === 'biblatex') return '\\printbibliography';
  const list = `\\bibliography{${file.replace(/\.bib$/i, '')}}`;
  if (/\\bibliographystyle[ \t]*\{/.test(document.text)) return list;
  return `\\bibliographystyle{${kind === 'natbib' ? 'plainnat' : 'plain'}}${lineEnd}${list}`;
}

function isHidden(opaque: readonly OpaqueRange[], offset: number, syntax: string): boolean {
  return opaque.some(({ start, end, kind }) => {
    if (!hiding.has(kind) || offset < start || end <= offset) return false;
    // A directive is code to what looks for citations, and begins where that begins.
    return !(syntax === 'myst' && kind === 'code' && start === offset);
  });
}
