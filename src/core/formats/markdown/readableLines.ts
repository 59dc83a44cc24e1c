import { textLines } from '../../text/textLines.ts';

const fence = /^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})([^`]*)$/;
const yamlLine = /^(?:[\w"'-]+\s*:|\s|-\s|#|$)/;
/** Of a line, what is looked at for the beginning of a fence. */
const fenceStart = 200;

/**
 * The lines of a Markdown text as VS Code counts them; front matter, comments and fenced code are blank lines of the same
 * number. What is opened and never closed hides nothing.
 */
export function readableLines(text: string): string[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = textLines(body.includes('<!--') ? withoutComments(body) : body).map((line) => line.text);
  if (lines[0]?.startsWith('---') === true) blankFrontMatter(lines);
  if (body.includes('```') || body.includes('~~~')) blankFences(lines);
  return lines;
}

function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) break;
    result += text.slice(at, open) + text.slice(open, close + 3).replace(/[^\r\n]/g, ' ');
    at = close + 3;
  }
  return result + text.slice(at);
}

function blankFrontMatter(lines: string[]): void {
  if (!/^---\s*$/.test(lines[0] ?? '') || !/^[\w"'-]+\s*:/.test(lines[1] ?? '')) return;
  for (let line = 1; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (/^(?:---|\.\.\.)\s*$/.test(text)) {
      lines.fill('', 0, line + 1);
      return;
    }
    if (!yamlLine.test(text)) return;
  }
}

function blankFences(lines: string[]): void {
  /** By sign, the shortest fence that is known to be closed nowhere below. */
  const unclosed = new Map<string, number>();
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    const mark =
      text.length < fenceStart && (text.includes('```') || text.includes('~~~')) ? fence.exec(text)?.[1] : undefined;
    if (mark === undefined) continue;
    const sign = mark.charAt(0);
    if (mark.length >= (unclosed.get(sign) ?? Infinity)) continue;
    const close = closingFence(lines, line + 1, mark);
    if (close === -1) unclosed.set(sign, mark.length);
    else {
      lines.fill('', line, close + 1);
      line = close;
    }
  }
}

function closingFence(lines: readonly string[], from: number, mark: string): number {
  for (let line = from; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (text.length > fenceStart || !text.includes(mark)) continue;
    const bare = text.replace(/^[\s>]+/, '').trimEnd();
    if (bare.length >= mark.length && bare === mark.charAt(0).repeat(bare.length)) return line;
  }
  return -1;
}
