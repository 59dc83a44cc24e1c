import type { Identifiers } from '../../text/identifiers.ts';
import { headingLevel, withoutMark } from './headings.ts';
import { titleLink } from './titleLink.ts';
import type { Unit } from './unit.ts';

/** What remains of a unit as a title. */
export interface TitleForm {
  /** Without label, number, heading mark and address. */
  readonly title: string;
  readonly identifiers: Identifiers | undefined;
  /** Its form says that it is a title: a label, a number in the row of the list, a link. */
  readonly marked: boolean;
}

/** `numbered` is the text without its number where the list numbers its titles. */
export function titleForm({ text, label }: Unit, numbered: string | undefined): TitleForm {
  const labelled = label?.field === 'title';
  const plain = labelled ? label.value : (numbered ?? (headingLevel(text) > 0 ? withoutMark(text) : text));
  const link = titleLink(plain);
  const marked = labelled || numbered !== undefined || link?.explicit === true;
  return { title: link?.title ?? plain, identifiers: link?.identifiers, marked };
}
