const cue = /^\d\d:(?:\d\d:)?\d\d[.,]\d{3} --> \d\d:/;
const logLine = /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/;
const section = /^\[\[?[\w."-]+(?: "[^"]*")?\]\]?$/;
const setting = /^[\w."-]+\s*=/;
const pythonImport = /^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import .+)$/;
const pythonBlock = /^\s*(?:async )?(?:def|class) \w+.*:\s*$/;
const styleFunction = /^FUNCTION\s*\{[^{}\s]+\}/;
const punctuation = /[{}();=]/g;
const heading = /^#{1,6} /;
const bullet = /^\s*[-*+] \S/;
/** What a bullet that is a paper has: an address of papers or a year, or three words with capitals. */
const paperMark = /arxiv|doi\.org|openreview|\.pdf\b|\b(?:19|20)\d\d\b/i;
const titleWords = /(?:\p{Lu}[\p{L}-]+:? (?:(?:of|for|the|in|on|and|with|a|to) ){0,2}){2}\p{Lu}/u;
const fence = /^\s*(?:```|~~~)/;
/** Formulas of abstracts stay far below. */
const minifiedShare = 0.12;
const minifiedLine = 160;

/**
 * Whether the first lines of a text (none of them empty) are those of a file that is no prose: subtitles, a log, settings in
 * sections, notes, Python, a BibTeX style, or a program without line ends. Each would give papers that nobody wrote.
 */
export function isOtherText(lines: readonly string[]): boolean {
  return (
    lines.slice(0, 5).some((line) => cue.test(line)) ||
    (lines.length >= 3 && lines.filter((line) => logLine.test(line)).length >= lines.length * 0.5) ||
    isSettings(lines) ||
    isNotes(lines) ||
    (lines.some((line) => pythonImport.test(line)) && lines.some((line) => pythonBlock.test(line))) ||
    lines.some((line) => styleFunction.test(line)) ||
    isMinified(lines[0] ?? '')
  );
}

/** Values may go over more lines, so that not every line need be one or the other. */
function isSettings(lines: readonly string[]): boolean {
  const known = lines.filter((line) => section.test(line) || setting.test(line) || /^[#;]/.test(line)).length;
  return (
    lines.some((line) => section.test(line)) &&
    known >= lines.length * 0.7 &&
    known > 1 &&
    lines.some((line) => setting.test(line))
  );
}

/** Headings over bullets and code, few of which look like papers. */
function isNotes(lines: readonly string[]): boolean {
  if (!lines.some((line) => heading.test(line))) return false;
  let others = 0;
  let listed = 0;
  let items = 0;
  let papers = 0;
  let isCode = false;
  for (const line of lines) {
    const isFence = fence.test(line);
    if (isCode || isFence || bullet.test(line)) listed += 1;
    else if (!heading.test(line)) others += 1;
    // What stands below a bullet is about it.
    if (!isCode && /^[-*+] /.test(line)) {
      items += 1;
      if (paperMark.test(line) || titleWords.test(line)) papers += 1;
    }
    if (isFence) isCode = !isCode;
  }
  return listed > others && papers * 3 < items;
}

function isMinified(line: string): boolean {
  const count = line.match(punctuation)?.length ?? 0;
  return line.length >= minifiedLine && count >= line.length * minifiedShare;
}
