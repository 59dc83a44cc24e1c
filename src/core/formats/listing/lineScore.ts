import { furnitureGrade, type FurnitureGrade } from './furniture.ts';
import { factsOf, factsOfFurniture, type Facts } from './facts.ts';
import { headingLevel } from './headings.ts';
import { authorsOf } from './labelledLists.ts';
import { isProse, shapeOf, type TextShape } from './textShape.ts';
import { titleForm, type TitleForm } from './titleForm.ts';
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
  /** Set when the unit is an identifier, a list of keywords or a labelled field, and nothing else. */
  readonly facts: Facts | undefined;
  /** Set when the unit reads as a list of names. Titles may, too. */
  readonly authors: readonly string[] | undefined;
  /** As a title; `undefined` where it cannot be one. */
  readonly form: TitleForm | undefined;
}

/** A title without an abstract is believed from this length and number of words on. */
const convincingLength = 25;
const convincingWords = 4;

/** What the rest of the list says of one unit. */
export interface UnitContext {
  /** The unit above, which may announce a name or an abstract. */
  readonly before: string | undefined;
  /** Markdown headings above this level (with fewer `#`) are sections of the list, not titles; 0 = there are none. */
  readonly titleLevel: number;
  /** The unit belongs to the page, whatever it says. */
  readonly outside: boolean;
  /** The text without its number, where the list numbers its titles. */
  readonly numbered: string | undefined;
  /** One of the numbered points of an abstract. */
  readonly point: boolean;
  /** `Authors: …` stands below. */
  readonly aboveAuthors: boolean;
  /** The list writes `Title:` before its titles. */
  readonly labelled: boolean;
}

const nothing = { furniture: undefined, facts: undefined, authors: undefined, form: undefined };

/** A unit that is marked as a title is nothing that was left over. */
const onlyTitle = 9;

/** Long texts of several sentences. As a title, such a text fits so badly that details do not matter. */
const longProse: LineScore = { ...nothing, title: 22, abstract: 0, aside: 6 };

/** Scores one unit. */
export function scoreUnit(unit: Unit, context: UnitContext): LineScore {
  if (context.outside) return asideScore('certain', undefined);
  return scoreField(unit, context) ?? scoreText(unit, context);
}

/** Labels and identifiers speak for themselves. */
function scoreField(unit: Unit, { numbered }: UnitContext): LineScore | undefined {
  const field = unit.label?.value === '' ? undefined : unit.label?.field;
  if (field === 'title') return { ...nothing, title: 0, abstract: 9, aside: 9, form: titleForm(unit, numbered) };
  if (field === 'abstract') return { ...nothing, title: 9, abstract: 0, aside: 6 };
  const facts = factsOf(unit);
  if (facts === undefined) return undefined;
  // A field that a paper has no place for yet is no text that was lost.
  const furniture = unit.label === undefined ? undefined : 'certain';
  return asideScore(furniture, facts);
}

/** Fields and furniture cost nothing beside a paper. */
function asideScore(furniture: FurnitureGrade, facts: Facts | undefined): LineScore {
  return {
    title: 9,
    abstract: facts === undefined ? 9 : 6,
    aside: 0,
    furniture,
    facts,
    authors: undefined,
    form: undefined,
  };
}

function scoreText(unit: Unit, context: UnitContext): LineScore {
  const { text } = unit;
  const { before, titleLevel, numbered } = context;
  const level = headingLevel(text);
  const furniture = numbered === undefined ? furnitureGrade(text, before) : undefined;
  if (furniture === 'certain' || (level > 0 && level < titleLevel)) {
    return asideScore('certain', factsOfFurniture(text));
  }
  const authors = authorsOf(text);
  if (authors === undefined && isProse(text)) return longProse;
  const form = titleForm(unit, numbered);
  if (form.identifiers !== undefined && isLinkLabel(form.title)) {
    return asideScore(undefined, { identifiers: form.identifiers });
  }
  if (level > 0) return { ...nothing, title: 0, abstract: 9, aside: 6, form };
  return scoreShape(text, { form, furniture, authors }, context);
}

function scoreShape(
  text: string,
  { form, furniture, authors }: Pick<LineScore, 'furniture' | 'authors'> & { readonly form: TitleForm },
  context: UnitContext,
): LineScore {
  const shape = shapeOf(text);
  const names = nameListCost(text, authors);
  const title = titleCost(form.title === text ? shape : shapeOf(form.title)) + furnitureCost(furniture);
  const abstract = abstractCost(shape);
  const hint = hintOf(form, context);
  return {
    title: Math.max(0, title + names + hint.title),
    abstract: Math.max(0, abstract + hint.abstract) + names,
    aside: form.marked ? onlyTitle : asideCost(shape, furniture),
    furniture,
    facts: undefined,
    authors,
    form,
  };
}

/** What the form of a unit and those around it add to what its text says. */
function hintOf(
  { marked }: TitleForm,
  { before, labelled, aboveAuthors, point }: UnitContext,
): Pick<LineScore, 'title' | 'abstract'> {
  if (before !== undefined && isAbstractHeading(before)) return { title: 4, abstract: -3 };
  if (point) return { title: 4, abstract: -4 };
  if (marked) return { title: -1.5, abstract: 9 };
  if (aboveAuthors) return { title: -3, abstract: 3 };
  return { title: labelled ? 1.5 : 0, abstract: 0 };
}

/** A link whose text only says what it leads to is no title: `[PDF](https://…)`. */
function isLinkLabel(title: string): boolean {
  if (title === '') return true;
  const grade = furnitureGrade(title, undefined);
  return grade === 'certain' || grade === 'likely';
}

function isAbstractHeading(text: string): boolean {
  return text.length <= 10 && /^abstract:?$/i.test(text);
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
