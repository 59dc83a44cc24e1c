import { identifierLine, type Identifiers } from '../../text/identifiers.ts';
import { furnitureGrade, type FurnitureGrade } from './furniture.ts';
import { headingLevel } from './headings.ts';
import { authorsOf, keywordsOf } from './labelledLists.ts';
import { shapeOf, type TextShape } from './textShape.ts';
import type { Unit } from './unit.ts';

/**
 * How badly a unit fits each role, by itself: 0 = fits, about 5 = would need a good reason, 9 and more = does not fit.
 * Tuned on copied pages and on lists written for the tests; what counts are the differences within one unit.
 */
export interface LineScore {
  readonly title: number;
  readonly abstract: number;
  /** As furniture, or as text that cannot be placed, whichever is less. */
  readonly aside: number;
  readonly furniture: FurnitureGrade;
  /** Set when the unit is an identifier and nothing else. */
  readonly identifiers: Identifiers | undefined;
  /** Set when the unit is a line `Keywords: …`. */
  readonly keywords: readonly string[] | undefined;
  /** Set when the unit reads as a list of names. Titles may, too. */
  readonly authors: readonly string[] | undefined;
}

/** A title without an abstract is believed from this length and number of words on. */
const convincingLength = 25;
const convincingWords = 4;

/** What the rest of the list says of one unit. */
export interface UnitContext {
  /** The unit above, which may announce a name. */
  readonly before: string | undefined;
  /** Markdown headings above this level (with fewer `#`) are sections of the list, not titles; 0 = there are none. */
  readonly titleLevel: number;
}

/** Scores one unit. */
export function scoreUnit({ text }: Unit, { before, titleLevel }: UnitContext): LineScore {
  const level = headingLevel(text);
  const furniture = level > 0 && level < titleLevel ? 'certain' : furnitureGrade(text, before);
  const identifiers = identifierLine(text);
  const base = { furniture, identifiers, keywords: keywordsOf(text), authors: authorsOf(text) };
  if (identifiers !== undefined || base.keywords !== undefined) return { ...base, title: 9, abstract: 6, aside: 0 };
  if (furniture === 'certain') return { ...base, title: 8, abstract: 9, aside: 0 };
  if (level > 0) return { ...base, title: 0, abstract: 9, aside: 6 };
  const shape = shapeOf(text);
  const title = titleCost(shape) + furnitureCost(furniture) + nameListCost(text, base.authors);
  return { ...base, title, abstract: abstractCost(shape), aside: asideCost(shape, furniture) };
}

/** "Grammar" and "Ada Lovelace" may be titles; "ada_92" and "Models Docs Pricing" hardly are. */
function furnitureCost(furniture: FurnitureGrade): number {
  return furniture === undefined ? 0 : furniture === 'likely' ? 1.5 : 0.5;
}

/** Titles are seldom lists of names; but two phrases joined by "and" are a title as well as two names. */
function nameListCost(text: string, authors: readonly string[] | undefined): number {
  return authors !== undefined && (authors.length > 2 || text.includes(',')) ? 1.5 : 0;
}

function titleCost({ length, breaks, stops, asks, opens, hasUrl }: TextShape): number {
  const long = length < 4 ? 3 : length < 130 ? 0.3 : length < 200 ? 1 : length < 300 ? 3.5 : 8;
  // "Who Asked? A Study of Questions" is one break and still a title; two are prose.
  const prose = breaks === 0 ? 0 : breaks === 1 ? (length < 160 ? 2 : 4) : 4 * breaks;
  const cost = long + Math.min(prose, 12) + (stops ? 2.5 : 0) + (asks ? 0.3 : 0);
  return cost + (opens ? 1.5 : 0) + (hasUrl ? 4 : 0);
}

function abstractCost({ length, breaks, stops, asks, opens, hasUrl }: TextShape): number {
  const short = length >= 300 ? 0 : length >= 200 ? 0.5 : length >= 120 ? 2 : length >= 40 ? 4 : 5;
  const ended = stops || asks;
  const open = ended ? 0 : breaks > 0 ? 0.5 : length >= 120 ? 3 : 0.5;
  const cost = short + open - (ended ? (asks ? 1.2 : 2.5) : 0) - 2 * Math.min(breaks, 2);
  // One long sentence that says nothing of "we" or "this paper" may be a title with a full stop.
  const single = breaks === 0 && length >= 100 && !opens && !hasUrl ? 0.8 : 0;
  return single + Math.max(0, cost - (opens ? 1.5 : 0) - (hasUrl ? 2 : 0));
}

function asideCost({ length, words, breaks, stops }: TextShape, furniture: FurnitureGrade): number {
  if (furniture === 'announced') return 0;
  if (furniture !== undefined) return 1;
  if (length < convincingLength || words < convincingWords) return stops ? 4.5 : 3;
  return stops && length < 200 ? 4.5 : breaks > 0 || length >= 200 ? 6 : 9;
}
