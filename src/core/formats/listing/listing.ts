import { textLines } from '../../text/textLines.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { assembleRecords } from './assembleRecords.ts';
import { assignRoles } from './assignRoles.ts';
import { detectListing } from './detectListing.ts';
import { foldLabels } from './foldLabels.ts';
import { titleLevelOf } from './headings.ts';
import { scoreUnit, type LineScore } from './lineScore.ts';
import { numberingOf } from './numbering.ts';
import { pageZones } from './pageZones.ts';
import { unitsOf } from './unit.ts';

/** Pages repeat "Submitted by", counts and dates at every paper: those are judged once. */
const longestRepeated = 60;
const mostRepeated = 1_000;

/**
 * A pasted listing: a paper is a title line followed by its abstract, between the furniture of the page it was copied
 * from. The shape of a copied page of daily papers, of one paper's page, of arXiv's lists, pages and mails, of numbered
 * lists and of titles that are links; blank lines, line ends and wrapping may be any. Texts come out as written, without
 * terminal escapes: whoever shows them makes them harmless.
 *
 * Labels (`Title:`, `Authors:`, `Subjects:` …) say what a line is, with the value beside or below them. `Journal-ref` is
 * the venue as written; `Comments`, `Subjects` and the like are kept under `details.other`. The year is the one in which
 * the page says that the paper was published or submitted, else that of the arXiv id.
 */
export const listing: PaperFormat = {
  id: 'listing',
  label: 'paper list',
  detect: detectListing,
  parse,
};

function parse(text: string): ParsedPaperFile {
  const units = foldLabels(unitsOf(textLines(text)));
  const titleLevel = titleLevelOf(units);
  const outside = pageZones(units);
  const numbering = numberingOf(units);
  const labelled = units.some(({ label }) => label?.field === 'title');
  const furniture = new Map<string, LineScore>();
  const scores = units.map((unit, index) => {
    const numbered = numbering.titles.get(index);
    const isOutside = outside.has(index);
    const mayRepeat = unit.text.length <= longestRepeated && numbered === undefined && !isOutside;
    const known = mayRepeat ? furniture.get(unit.text) : undefined;
    if (known !== undefined) return known;
    const score = scoreUnit(unit, {
      before: units[index - 1]?.text,
      titleLevel,
      outside: isOutside,
      numbered,
      point: numbering.points.has(index),
      aboveAuthors: units[index + 1]?.label?.field === 'authors',
      labelled,
    });
    // What is certain does not hang on the lines around.
    if (mayRepeat && score.furniture === 'certain' && furniture.size < mostRepeated) furniture.set(unit.text, score);
    return score;
  });
  return assembleRecords(units, scores, assignRoles(units, scores));
}
