import type { FormattedText, TextRun } from './formattedText.ts';

/** An entry of a reference list. */
export interface FormattedEntry {
  /** The number or label that stands before it, if the style has them. */
  readonly label: FormattedText;
  /** Parts of it that begin lines of their own are separated by `\n`. */
  readonly text: FormattedText;
}

type Style = Omit<TextRun, 'text'>;
type Place = 'text' | 'label' | 'line';

interface Open {
  readonly element: string;
  readonly style: Style;
  readonly place: Place;
}

const pieces = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>|&#(\d{1,6});|[^<&]+|[^]/g;
/** What keeps `cslText` from being markup. */
const joiner = /([<&])\u2060/g;
const indentation = /\s*\n\s*/g;
/** What a style has between two texts of which the second is empty: `2017. . Garden`, `Garden. ; 2017`. An ellipsis has more. */
const emptyText = /(?<=[^\s.])\. (?:\. (?=[^\s.])|(?=[;,] ))/g;
/** What citeproc writes with these alone: all else that looks like an element is text of a paper. */
const elements: Readonly<Record<string, Style>> = {
  i: { italic: true },
  em: { italic: true },
  b: { bold: true },
  sup: { raised: 'super' },
  sub: { raised: 'sub' },
};
/** Of spans by their CSS. */
const spans: Readonly<Record<string, Style>> = {
  'font-variant:small-caps;': { smallCaps: true },
  'font-variant:normal;': { smallCaps: undefined },
  'font-style:normal;': { italic: undefined },
  'font-weight:normal;': { bold: undefined },
  'text-decoration:underline;': { underlined: true },
  'text-decoration:none;': { underlined: undefined },
};
const blockOf: Readonly<Record<string, Place>> = {
  'csl-left-margin': 'label',
  'csl-block': 'line',
  'csl-indent': 'line',
};

/**
 * Reads the HTML that citeproc makes of a citation or of one entry of a reference list. Whatever else looks like HTML in
 * it stays text. Linear.
 */
export function readCiteprocHtml(html: string): FormattedEntry {
  const label: TextRun[] = [];
  const text: TextRun[] = [];
  const open: Open[] = [];
  let place: Place = 'text';
  let style: Style = {};
  const add = (characters: string): void => put(place === 'label' ? label : text, style, characters);
  for (const [piece, slash = '', element = '', attributes = '', code] of html
    .replace(emptyText, (stops) => (stops.length > 2 ? '. ' : '.'))
    .matchAll(pieces)) {
    if (code !== undefined) add(characterOf(Number(code)) ?? piece);
    else if (element === '') add(piece.replace(indentation, ''));
    else if (slash === '') {
      const next = opened(element, attributes, style);
      if (next === undefined) add(piece);
      else {
        open.push({ element, style, place });
        style = next;
        place = placeOf(attributes) ?? place;
        if (place === 'line' && text.length > 0) put(text, {}, '\n');
      }
    } else if (open.at(-1)?.element === element) ({ style, place } = open.pop() ?? { style, place });
    else add(piece);
  }
  return { label: trimmed(label), text: trimmed(text) };
}

/** How text in an element is set; `undefined`: it is none of citeproc's. */
function opened(element: string, attributes: string, style: Style): Style | undefined {
  if (element === 'div') return style;
  if (element !== 'span') return elements[element] && { ...style, ...elements[element] };
  const css = /style="([^"]*)"/.exec(attributes)?.[1]?.replaceAll(' ', '') ?? '';
  return { ...style, ...spans[css] };
}

function placeOf(attributes: string): Place | undefined {
  return blockOf[/class="([^"]*)"/.exec(attributes)?.[1] ?? ''];
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

/** Adds characters to the last run where that is set in the same way. */
function put(runs: TextRun[], style: Style, characters: string): void {
  if (characters === '') return;
  const last = runs.at(-1);
  if (last !== undefined && isSame(last, style)) runs.splice(-1, 1, { ...last, text: last.text + characters });
  else runs.push({ text: characters, ...style });
}

function isSame(run: TextRun, style: Style): boolean {
  return (
    run.italic === style.italic &&
    run.bold === style.bold &&
    run.underlined === style.underlined &&
    run.smallCaps === style.smallCaps &&
    run.raised === style.raised
  );
}

/** Without the white space that only indents citeproc's HTML. */
function trimmed(runs: readonly TextRun[]): FormattedText {
  return runs
    .map((run, index) => {
      const text = run.text.replace(joiner, '$1');
      const start = index === 0 ? text.trimStart() : text;
      return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
    })
    .filter((run) => run.text !== '');
}
