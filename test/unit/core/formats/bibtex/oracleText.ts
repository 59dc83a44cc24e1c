import type { Creator } from '@retorquere/bibtex-parser';
import { displayName } from '../../../../../src/core/personName.ts';

/** A name of `@retorquere/bibtex-parser` as people read it. */
export function nameOf({ name, lastName = '', firstName = '', prefix = '', suffix = '' }: Creator): string {
  const parts = { family: lastName, given: firstName, particle: prefix, suffix };
  return plain(displayName(name === undefined ? parts : { literal: name }));
}

/** Without tags, math signs and kinds of spaces and quotes. */
export function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('\\TeX', 'TeX')
    .replace(/\$([^$]*)\$/g, '$1')
    .replaceAll('^', '')
    .replaceAll('²', '2')
    .replace(/\p{Zs}+/gu, ' ')
    .replaceAll('’', "'")
    .normalize('NFC');
}
