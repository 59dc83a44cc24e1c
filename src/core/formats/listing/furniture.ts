import { singleLine } from '../../text/plainText.ts';

/**
 * Words that stand around papers on web pages. Whole lines only, lower case. A title may be one of them all the same:
 * then the lines around decide (see `assignRoles`).
 */
const navigation = new Set(
  `new|trending|hot|latest|popular|today|yesterday|this week|this month|daily|weekly|monthly|subscribe|unsubscribe|follow|following
  |papers|daily papers|trending papers|weekly papers|paper|articles|models|datasets|spaces|collections|community|docs|pricing|blog|about|help|home|menu|search|filter|sort
  |log in|login|sign in|sign up|sign out|logout|register|settings|profile|share|save|like|likes|upvote|upvotes|downvote|vote|votes|comment|comments|reply|report
  |submitted by|posted by|published|published on|submitted|authors|author|abstract|summary|ai-generated summary|tl;dr|tldr|introduction
  |view pdf|pdf|html|view arxiv page|arxiv|arxiv page|project page|github|code|view all|view all papers|show all|show more|show less|load more|read more|see more|more|less|expand|collapse
  |previous|prev|next|back|back to top|back to articles|back to papers|top|bottom|skip to content|add to collection|add to library|bookmark|bookmarks|cite|bibtex|copy link|open|close|cancel|ok
  |terms|tos|privacy|terms of service|privacy policy|cookies|contact|copyright|all rights reserved|newsletter|rss|feed|company|website|organization card|solutions|enterprise|careers|jobs
  |system theme|dark mode|light mode|language|english|hugging face|view paper|add|collection|free|now|account|learn more|try it`
    .split('|')
    .map((word) => word.trim()),
);
/** Single words of `navigation`: menus are copied as one line of them, "Models Datasets Spaces Docs". */
const navigationWords = new Set([...navigation].flatMap((phrase) => phrase.split(' ')));

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?';
const weekday = '(?:(?:mon|tues?|wed|wednes|thu|thurs|fri|satur|sat|sun)(?:day)?,?\\s+)?';
const patterns: readonly RegExp[] = [
  new RegExp(
    `^(?:published |submitted |posted |updated |on )*${weekday}${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?$`,
    'i',
  ),
  new RegExp(
    `^(?:published |submitted |posted |updated |on )*${weekday}\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+${month}(?:,?\\s+\\d{4})?$`,
    'i',
  ),
  new RegExp(`^${month}\\s+\\d{4}$`, 'i'),
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/,
  /^(?:about )?(?:an?|\d{1,3}) (?:second|minute|hour|day|week|month|year)s? ago$/i,
  // Counts: "42", "1.2k", "+3", "42 upvotes", "· 12 authors", "Upvote 7", "3 comments".
  /^[^\p{L}\p{N}]{0,3}\d[\d.,]{0,9}\s?k?\+?$/iu,
  /^[^\p{L}\p{N}]{0,3}\d[\d.,]{0,9}\s?k?\s(?:authors?|upvotes?|votes?|likes?|comments?|replies|views?|stars?|citations?|papers?|results?|models?|followers?|pages?|min read)$/iu,
  /^(?:upvote|upvotes|votes?|likes?|comments?|score|points?)\s*[:(]?\s*\d[\d.,]{0,9}k?\)?$/i,
  // A copied page has no space where the next element began: "Submitted byada".
  /^(?:submitted|posted|shared|curated) by.{0,60}$/i,
  /^published by\b.{0,60}$/i,
  /^\S{1,40}(?: \S{1,40}){0,2}['’]s (?:avatar|profile picture)$/i,
  // What arXiv prints around an abstract.
  /^(?:comments|subjects?|journal[- ]ref(?:erence)?|report number|msc classes|acm classes|cite as)\s*:.{0,90}$/i,
  /^(?:accepted|to appear|published|presented|appeared) (?:to|at|in|by|for|as)\b.{0,80}$/i,
  /^by\s?\S.{0,40} and the (?:research )?community$/i,
  /^get .{0,40}\bin your (?:email )?inbox!?$/i,
  /^(?:page \d{1,5}(?: of \d{1,5})?|\d{1,5}\s?[/–-]\s?\d{1,5})$/i,
  /^(?:back to|view all|show all|sign up|log in|subscribe to|follow us|join)\b.{0,40}$/i,
  /^©.{0,80}$/,
  /^copyright\b.{0,80}$/i,
];

/**
 * How surely a line is page furniture: `certain`; `announced` (a name, if the line above that says "Submitted by" is
 * right); `likely` (a bare name, a user handle, a menu); or not at all.
 */
export type FurnitureGrade = 'certain' | 'announced' | 'likely' | undefined;

/** Longer lines are never furniture. */
const maxFurnitureLength = 100;

/** Judges one line by itself. `before` is the line above it, which may announce a name ("Submitted by"). */
export function furnitureGrade(line: string, before: string | undefined): FurnitureGrade {
  if (!/[\p{L}\p{N}]/u.test(line.slice(0, 2_000))) return 'certain';
  if (line.length > maxFurnitureLength) return undefined;
  const text = singleLine(line);
  if (navigation.has(text.toLowerCase()) || patterns.some((pattern) => pattern.test(text))) return 'certain';
  const announced = before !== undefined && /^(?:submitted|posted|shared|curated) by:?$/i.test(before.trim());
  if (announced && text.split(' ').length <= 4) return 'announced';
  return isBareName(text) || isMenu(text) ? 'likely' : undefined;
}

function isMenu(text: string): boolean {
  const words = text.toLowerCase().split(/[\s|·•]+/);
  return words.length >= 2 && words.every((word) => navigationWords.has(word));
}

/** A user handle, or two or three capitalised words such as names are made of. Short titles look the same. */
function isBareName(text: string): boolean {
  if (text.length > 40) return false;
  if (/^@?[A-Za-z\d][\w.-]*$/.test(text)) return true;
  return /^\p{Lu}[\p{L}'’.-]{0,20}(?: \p{Lu}\.){0,3}(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|de|van|von|der|la|del|bin|al)){1,2}[*†]?$/u.test(
    text,
  );
}

const namePart = /^(?:\p{Lu}[\p{L}'’.-]{0,24}|de|van|von|der|den|la|le|del|da|di|bin|al|dos)$/u;
const hanName = /^\p{Script=Han}{2,4}$/u;
/** Of the names of an unlabelled list, this share must be full ones: "Trees, Forests and Random Graphs" is a title. */
const neededFullNames = 0.6;
/** One name in so many may be written in a way that no rule foresees: "wanli shi", "I. Laradji (editor)". */
const strangeNames = 4;
const maxNameLength = 60;

/**
 * The names of an authors line: `Authors: A B, C D and E F`, or at least two comma-separated names. `undefined` for
 * every other line.
 */
export function authorsOf(line: string): readonly string[] | undefined {
  if (line.length > 4_000) return undefined;
  const labelled = /^authors?\s*[:：]\s*(.+)$/i.exec(line.trim());
  const list = (labelled?.[1] ?? line.trim()).replace(/,?\s+et al\.?$/i, '');
  const names = list
    .split(/[,，、;]\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+/)
    .map((name) => name.trim().replace(/[\d*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/u, ''))
    .filter((name) => name !== '');
  const valid = names.filter((name) => isName(name));
  if (names.length === 0 || valid.length < names.length - Math.floor(names.length / strangeNames)) return undefined;
  if (names.some((name) => name.length > maxNameLength)) return undefined;
  if (labelled !== null) return names;
  const full = valid.filter((name) => hanName.test(name) || /\s/.test(name)).length;
  return names.length >= 2 && full >= 2 && full >= names.length * neededFullNames ? names : undefined;
}

/** One to six parts, each written as parts of names are. */
function isName(name: string): boolean {
  const parts = name.split(/\s+/);
  return hanName.test(name) || (parts.length <= 6 && parts.every((part) => namePart.test(part)));
}
