import { parsePlainName } from '../../names/parsePlainName.ts';
import type { PersonName } from '../../personName.ts';
import { plainLine } from '../../text/plainMarkup.ts';
import { decodeTex } from '../../tex/decodeTex.ts';
import { authorCell } from '../authorCell.ts';
import { member, textOf } from './jsonValues.ts';

const nameMembers = ['name', 'fullname', 'full_name', 'display_name', 'raw_author_name', 'text'];
const familyMembers = ['family', 'last', 'lastName', 'last_name', 'surname'];
const givenMembers = ['given', 'first', 'firstName', 'first_name', 'forename'];

/** A list of names or of objects that name somebody, or one text (see `authorCell`). */
export function jsonAuthors(value: unknown): readonly PersonName[] {
  // DBLP: `authors: { author: [ … ] }`, or one of it.
  const inner = Array.isArray(value) ? undefined : member(value, 'author');
  const list: unknown = Array.isArray(value) ? value : (inner ?? value);
  if (typeof list === 'string') return authorCell(plainLine(list));
  return (Array.isArray(list) ? (list as readonly unknown[]) : [list])
    .filter((author) => isAuthor(author))
    .map((author) => plainLine(nameOf(author)))
    .filter((name) => name !== '')
    .map(parsePlainName);
}

/** Zotero and others list editors beside authors. */
function isAuthor(author: unknown): boolean {
  const role = textOf(member(author, 'creatorType'));
  return role === '' || role === 'author';
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return author;
  // arXiv's dump: `["Balázs", "C.", ""]`, with accents of TeX.
  if (Array.isArray(author)) return parsedName(author);
  const person = member(author, 'author') ?? author;
  if (typeof person === 'string') return person;
  const whole = firstText(person, nameMembers);
  if (whole !== '') return whole.replace(/ 0\d{3}$/, '');
  const [family, given] = [firstText(person, familyMembers), firstText(person, givenMembers)];
  return given === '' ? family : `${family}, ${given}`;
}

function parsedName(parts: readonly unknown[]): string {
  const [family = '', given = '', suffix = ''] = parts.map((part) => decodeTex(textOf(part)));
  return [family, suffix, given].filter((part) => part !== '').join(', ');
}

function firstText(value: unknown, names: readonly string[]): string {
  return names.map((name) => textOf(member(value, name))).find((text) => text !== '') ?? '';
}
