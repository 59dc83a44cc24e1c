import { venueTag } from './venueTag.ts';

interface Heading {
  readonly level: number;
  /** `undefined` when it names no topic. */
  readonly topic: string | undefined;
}

const noTopic =
  /^(?:(?:table of )?contents?|toc|index|outline|navigation|licen[cs]e|contribut(?:e|ing|ions?|ors?)|acknowled?ge?ments?|citations?|citing|cite(?: us)?|bibtex|star history|stargazers|about(?: .{0,30})?|contact|authors?|maintainers?|news|updates?|what's new|change ?log|todo|to-?do list|(?:awesome |full |the )?(?:reading|paper|papers|publication)[ -]?lists?|(?:all |my |selected |recent )?(?:papers|publications|articles|readings?|references|bibliography|literature)|list(?: of papers)?|to[ -]read|(?:must|currently|want to|have|already|not yet)[ -]?read(?:ing)?|reading|read|unread|done|finished|in progress|next|later|now|backlog|archived?|inbox|queue|disclaimer|how to .{0,40}|get(?:ting)? started|everything|目录|论文列表|论文)$/i;
/** What stands before the topic: "Week 3: ", "2023-05-01 – ", "1.2 ". */
const counted =
  /^(?:(?:week|session|day|lecture|part|meeting|month|semester|no\.|#)\s*#?\d{1,4}(?:\s*\([^()]{1,40}\))?|\d{1,3}(?:\.\d{1,3}){0,3}[.)]?(?=\s))\s*(?:[:.,|–—-]\s*)?/i;
const period =
  /^(?:(?:\d{1,2}(?:st|nd|rd|th)?\s?[–—-]\s?)?(?:\d{1,2}\s)?[a-z]{3,9}\.?\s\d{1,2}(?:\s?[–—-]\s?(?:[a-z]{3,9}\.?\s)?\d{1,2})?(?:,?\s\d{4})?|\d{1,2}\s[a-z]{3,9}(?:\s\d{4})?|q[1-4]\s\d{4}|(?:spring|summer|autumn|fall|winter|early|late|before|since|until|pre)[\s-]\d{4}|\d{4}\s?[–—-]\s?(?:\d{2,4}|now|present)|\d{4}\sand\s(?:before|earlier|later)|\d{4}s)$/i;
const month =
  /^(?:\d{4}\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?:,?\s\d{4})?$/i;
/** Pictures, their modifiers, arrows back to the top, `:sparkles:`. */
const decoration =
  /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|⬆|↑|▲|:[a-z][a-z\d_]{1,30}:/gu;
const longest = 100;

/** What a heading names as a topic: without numbers, dates, counts and pictures; `undefined` for dates, venues and parts of the page. */
export function topicOf(heading: string): string | undefined {
  if (heading.length > 400) return undefined;
  const bare = heading
    .replace(decoration, '')
    .replace(/\s+/g, ' ')
    .replace(/\s?[([]?(?:back to (?:the )?top|top)[)\]]?$/i, '')
    .trim();
  let topic = bare
    .replace(counted, '')
    .replace(/\s?\(\d{1,5}(?: papers)?\)$/i, '')
    .replace(/^[\s:–—-]+|[\s:：–—-]+$/g, '');
  const dated = /^((?:19|20)\d{2}(?:[-/.]\d{1,2}){0,2})\s*[:|–—-]\s*(\S.*)$/.exec(topic);
  if (dated !== null) topic = dated[2] ?? '';
  const isDate = isPeriod(topic) || isVenueYear(topic);
  return topic === '' || topic.length > longest || isDate || !/\p{L}{2}/u.test(topic) || noTopic.test(topic)
    ? undefined
    : topic;
}

function isPeriod(text: string): boolean {
  return period.test(text) || month.test(text);
}

function isVenueYear(text: string): boolean {
  const tag = venueTag(text);
  return tag !== undefined && (tag.issued !== undefined || /^[A-Z]{3,8}$/.test(text) || text === 'NeurIPS');
}

/** The headings above the place where a list is being read. */
export class ThemeStack {
  readonly #headings: Heading[] = [];

  /** A heading ends all of its own level and below. A `topic` of `undefined` names none. */
  enter(level: number, topic: string | undefined): void {
    this.leave(level);
    this.#headings.push({ level, topic });
  }

  leave(level: number): void {
    while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop();
  }

  /** The most specific topic here. */
  get topic(): string | undefined {
    return this.#headings.findLast(({ topic }) => topic !== undefined)?.topic;
  }
}
