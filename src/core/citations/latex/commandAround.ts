import { lastLine } from '../textLineEnds.ts';

const name = /\\[a-zA-Z]*$/;
/** Their arguments are names of files, labels and the like, and no text. */
const nameless =
  /\\(?:label|(?!hyper)[a-zA-Z]{0,20}ref|begin|end|input|include|includeonly|subfile|includegraphics|documentclass|usepackage|RequirePackage|bibliography|bibliographystyle|addbibresource|url|href|path|pagestyle|hypertarget|hyperlink|newcommand|renewcommand|setlength|setcounter|vspace|hspace|color|definecolor|input[a-z]{0,10}|gls[a-z]{0,10})\*?\s{0,5}(?:\[[^\]\r\n]{0,200}\]\s{0,5})?\{[^{}\r\n]{0,500}$/;
const reach = 800;
const documentBegin = /\\begin[ \t]*\{document\}/;

/** Whether `offset` is in the name of a command, or in an argument that is no text. Constant time. */
export function isInLatexCommand(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const line = lastLine(before);
  const isInName = name.test(line) && (/^[a-zA-Z]/.test(text.charAt(offset)) || line.endsWith('\\'));
  return isInName || nameless.test(line);
}

/** Where the document begins that a class is loaded for: text before it is none. -1 in a part of a document. Linear. */
export function latexPreambleEnd(text: string): number {
  return text.includes('\\documentclass') ? text.search(documentBegin) : -1;
}
