import { identifierLine } from '../../text/identifiers.ts';
import { furnitureGrade, isPageFurniture } from './furniture.ts';
import { headingLevel } from './headings.ts';
import { authorsOf } from './labelledLists.ts';
import { labelOf, type Label, type LabelledField } from './labels.ts';
import type { Unit } from './unit.ts';

const maxNameLength = 60;
const maxNameWords = 6;
/** Of a line of authors: a collaboration has thousands. */
const maxAuthorsLength = 20_000;

/**
 * Joins each label that stands alone (`Title:`, `Authors:`, `Cite as:`) with the value on the lines below, and finds
 * the line of authors that arXiv's lists have between labelled lines, without a label of its own. Linear.
 */
export function foldLabels(units: readonly Unit[]): readonly Unit[] {
  if (!units.some(({ label }) => label !== undefined)) return units;
  const folded: Unit[] = [];
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (unit === undefined) continue;
    if (unit.label?.value === '') {
      const [whole, taken] = joinValue(units, index, unit.label.field);
      folded.push(whole ?? unit);
      index += taken;
    } else if (isUnlabelledAuthors(units, index)) {
      folded.push({ ...unit, label: { field: 'authors', name: 'Authors', value: unit.text } });
    } else {
      folded.push(unit);
    }
  }
  return folded;
}

/** The unit with its value, and how many units that took. */
function joinValue(
  units: readonly Unit[],
  index: number,
  field: LabelledField,
): readonly [whole: Unit | undefined, taken: number] {
  const unit = units[index];
  const next = units[index + 1];
  if (unit === undefined || next === undefined) return [undefined, 0];
  if (field === 'authors') return joinNames(units, index, unit);
  // Titles and abstracts stand in paragraphs of their own; what follows another label there is something else.
  const near = !next.afterBlank || field === 'title' || field === 'abstract';
  if (!near || !isValue(next)) return [undefined, 0];
  return [joined(unit, next, next.text), 1];
}

function isValue({ text, label }: Unit): boolean {
  return label === undefined && headingLevel(text) === 0 && !isPageFurniture(text);
}

/** A page of one paper gives each name a line, and each comma between them. */
function joinNames(
  units: readonly Unit[],
  index: number,
  unit: Unit,
): readonly [whole: Unit | undefined, taken: number] {
  const found: string[] = [];
  let last = unit;
  let taken = 0;
  let commas = false;
  let at = index + 1;
  for (; at < units.length; at += 1) {
    const next = units[at];
    if (next === undefined) break;
    if (isComma(next)) {
      commas = true;
      continue;
    }
    if (!isValue(next) || !(found.length === 0 ? isFirst(next) : isFurther(next, units[at - 1], commas))) break;
    found.push(next.text);
    last = next;
    taken = at - index;
  }
  return found.length === 0 ? [undefined, 0] : [joined(unit, last, found.join(', ')), taken];
}

/** Names of one line, or the first of several. */
function isFirst(unit: Unit): boolean {
  return !unit.afterBlank || isBareName(unit) || authorsOf(unit.text) !== undefined;
}

/** Commas of a page part the names, or nothing does. */
function isFurther(unit: Unit, above: Unit | undefined, commas: boolean): boolean {
  if (!isNameLike(unit)) return false;
  return isComma(above) || (!commas && !unit.afterBlank && isBareName(unit));
}

function isComma(unit: Unit | undefined): boolean {
  return unit !== undefined && /^[,，、;·&]$/.test(unit.text);
}

function isNameLike({ text }: Unit): boolean {
  return text.length <= maxNameLength && text.split(' ').length <= maxNameWords;
}

function isBareName({ text }: Unit): boolean {
  return furnitureGrade(text, undefined) === 'perhaps';
}

function joined(first: Unit, last: Unit, value: string): Unit {
  const text = `${first.text} ${value}`;
  return { ...first, last: last.last, text, label: labelOf(text) };
}

/** Between `Title: …` and a further label, as in arXiv's lists since 2023. */
function isUnlabelledAuthors(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined || unit.label !== undefined || unit.text.length > maxAuthorsLength) return false;
  const above = units[index - 1]?.label;
  const below = units[index + 1]?.label;
  const between = isFilled(above, 'title') && below !== undefined && below.field !== 'title';
  return between && isValue(unit) && identifierLine(unit.text) === undefined;
}

function isFilled(label: Label | undefined, field: LabelledField): boolean {
  return label?.field === field && label.value !== '';
}
