import { singleLine } from '../../text/plainText.ts';
import { isMenu, isPageText } from './pageWords.ts';
import { withoutEscapes } from './terminalEscapes.ts';

/**
 * How surely a line is page furniture: `certain`; `announced` (a name, if the line above that says "Submitted by" is
 * right); `likely` (a user handle, a menu); `perhaps` (a bare name; short titles look the same); or not at all.
 */
export type FurnitureGrade = 'certain' | 'announced' | 'likely' | 'perhaps' | undefined;

/** Longer lines are never furniture. */
const maxFurnitureLength = 100;
const maxAnnouncementLength = 30;
const announcement = /^(?:submitted|posted|shared|curated) by:?$/i;

/** Judges one line by itself, which has no terminal escapes any more. `before` is the line above it, which may announce a name ("Submitted by"). */
export function furnitureGrade(line: string, before: string | undefined): FurnitureGrade {
  const text = judgedText(line);
  if (text === undefined) return undefined;
  if (text === '') return 'certain';
  if (isPageText(text)) return 'certain';
  if (before !== undefined && isAnnouncement(before) && isAnnounced(text)) return 'announced';
  if (/^[A-Z][a-z]+$/.test(text)) return 'perhaps';
  if (text.length > maxNameLength) return isMenu(text) ? 'likely' : undefined;
  if (isHandle(text) || isMenu(text)) return 'likely';
  return isBareName(text) ? 'perhaps' : undefined;
}

/** The same as the grade `certain`. */
export function isPageFurniture(line: string): boolean {
  const text = judgedText(withoutEscapes(line));
  return text !== undefined && (text === '' || isPageText(text));
}

/** On one line; `''` for nothing but signs and, in a short line, numbers; `undefined` for a line that is too long. */
function judgedText(line: string): string | undefined {
  if (line.length > maxFurnitureLength) return hasLetterOrDigit(line) ? undefined : '';
  // Votes, page numbers, years.
  if (!hasLetter(line)) return '';
  return isPlain(line) ? line : singleLine(line);
}

function isAnnouncement(text: string): boolean {
  return text.length <= maxAnnouncementLength && announcement.test(text.trim());
}

function isAnnounced(text: string): boolean {
  return text.split(' ').length <= 4 && !/[.?!:,]$/.test(text);
}

function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}

function hasLetterOrDigit(text: string): boolean {
  return /[A-Za-z\d]/.test(text) || /[\p{L}\p{N}]/u.test(text);
}

/** Printable ASCII without runs of spaces: `singleLine` would change nothing. */
function isPlain(text: string): boolean {
  return !/[^ -~]| {2}|^ | $/.test(text);
}

const maxNameLength = 40;

/** One word of the letters that user names are made of. */
function isHandle(text: string): boolean {
  return /^@?[A-Za-z\d][\w.-]*$/.test(text);
}

/** Two or three capitalised words such as names are made of, initials not counted. */
function isBareName(text: string): boolean {
  if (/^\p{Script=Han}{2,3}$/u.test(text)) return true;
  return /^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}\.){0,3}(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|d[aeiou]|van|von|den|der|la|del|bin|al)){1,2}[*†]?$/u.test(
    text,
  );
}
