/** What the look of a text says of its being a title or prose. */
export interface TextShape {
  /** In Latin letters: a CJK character says as much as two and a half. */
  readonly length: number;
  /** Of the beginning only, where there are many. */
  readonly words: number;
  /** Ends of sentences inside the text, at most `manyBreaks`. */
  readonly breaks: number;
  /** Ends like a sentence. */
  readonly stops: boolean;
  /** Ends with a question or exclamation mark, which titles do more often. */
  readonly asks: boolean;
  /** Begins as abstracts and their last paragraphs do. */
  readonly opens: boolean;
  readonly hasUrl: boolean;
}

/** Longer texts are judged by their beginning and end: time stays linear with small constants. */
const judged = 1_500;
const judgedForWords = 150;
/** Further ends of sentences say nothing more. */
const manyBreaks = 3;

const openers =
  /^(?:abstract[.:—–-]|we |in this (?:paper|work|article|study|report|thesis)|this (?:paper|work|article|study|report|thesis) |here,? we |our |(?:source )?codes?(?: and \w{2,12})?(?: (?:is|are|will|can|has|have) |\s?:)|(?:project page|project website|videos?|demos?) (?:is|are) |the (?:code|source code|data|dataset|project page) )/i;
const hasWide = /[\u1100-\uFFFF]/;
const wideCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const wideBreaks = /[。！？](?=[^\s。！？"”』」)])/gu;
const breaks = /[.!?][\])"'”’]?\s+(?=[\p{Lu}\p{N}$("“'‘[\\])/gu;
const abbreviation = /(?:^|[\s(])(?:et al|e\.g|i\.e|vs|cf|fig|no|vol|dr|st|mr|mrs|ms|jr|approx|resp|[A-Z])$/i;

/** Looks at one text. */
export function shapeOf(text: string): TextShape {
  const head = text.slice(0, judged);
  const tail = text.slice(-8);
  const wide = hasWide.test(head) ? (head.match(wideCharacters)?.length ?? 0) : 0;
  return {
    length: text.length + wide * 1.5,
    words: head.slice(0, judgedForWords).split(/\s+/).length + wide / 2,
    breaks: countBreaks(head, wide > 0),
    stops: /[.。…][\])"'”’»]*$/u.test(tail) || /[.!?]['"”]?\s*\p{Extended_Pictographic}$/u.test(tail),
    asks: /[!?！？][\])"'”’»]*$/u.test(tail),
    opens: openers.test(head),
    hasUrl: /https?:\/\//i.test(head),
  };
}

/** A full stop, question or exclamation mark, then a space and something that can begin a sentence. */
function countBreaks(text: string, wide: boolean): number {
  let count = wide ? (text.match(wideBreaks)?.length ?? 0) : 0;
  for (const match of text.matchAll(breaks)) {
    if (count >= manyBreaks) break;
    if (!abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))) count += 1;
  }
  return Math.min(count, manyBreaks);
}
