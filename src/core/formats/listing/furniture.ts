import { singleLine } from '../../text/plainText.ts';
import { isMenu, isPageText } from './pageWords.ts';

/**
 * How surely a line is page furniture: `certain`; `announced` (a name, if the line above that says "Submitted by" is
 * right); `likely` (a user handle, a menu); `perhaps` (a bare name; short titles look the same); or not at all.
 */
export type FurnitureGrade = 'certain' | 'announced' | 'likely' | 'perhaps' | undefined;

/** Longer lines are never furniture. */
const maxFurnitureLength = 100;
const announcement = /^(?:submitted|posted|shared|curated) by:?$/i;

/** Judges one line by itself. `before` is the line above it, which may announce a name ("Submitted by"). */
export function furnitureGrade(line: string, before: string | undefined): FurnitureGrade {
  if (!/[\p{L}\p{N}]/u.test(line)) return 'certain';
  if (line.length > maxFurnitureLength) return undefined;
  // Votes, page numbers, years.
  if (!/\p{L}/u.test(line)) return 'certain';
  const text = singleLine(line);
  if (isPageText(text)) return 'certain';
  const announced = before !== undefined && announcement.test(before.trim());
  if (announced && text.split(' ').length <= 4 && !/[.?!:,]$/.test(text)) return 'announced';
  if (/^[A-Z][a-z]+$/.test(text)) return 'perhaps';
  if (isHandle(text) || isMenu(text)) return 'likely';
  return isBareName(text) ? 'perhaps' : undefined;
}

const maxNameLength = 40;

/** One word of the letters that user names are made of. */
function isHandle(text: string): boolean {
  return text.length <= maxNameLength && /^@?[A-Za-z\d][\w.-]*$/.test(text);
}

/** Two or three capitalised words such as names are made of, initials not counted. */
function isBareName(text: string): boolean {
  if (text.length > maxNameLength) return false;
  if (/^\p{Script=Han}{2,3}$/u.test(text)) return true;
  return /^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}\.){0,3}(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|d[aeiou]|van|von|den|der|la|del|bin|al)){1,2}[*†]?$/u.test(
    text,
  );
}
