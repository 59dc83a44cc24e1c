import { grown } from './grown.ts';
import type { Lexicon } from './lexicon.ts';
import { isUnspaced } from './unspaced.ts';

/** A text longer than this is no abstract; the rest of it is not read, to bound the work. */
const longestText = 20_000;

/** A word at a known place. */
const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-\u2010\u2011]*/uy;

/** What a character may be in a word; beyond the table the pattern decides. */
const role = { none: 0, inside: 1, begins: 2, patternDecides: 3 };
const roles = rolesOf();

/** By UTF-16 code. Spaces, dashes and quotation marks beyond ASCII are common: the pattern is not asked about them. */
function rolesOf(): Uint8Array {
  const found = new Uint8Array(0x2070);
  found.fill(role.patternDecides, 0x80, 0x2000);
  for (const [from, to] of ['09', 'AZ', 'az'])
    found.fill(role.begins, from?.charCodeAt(0), (to?.charCodeAt(0) ?? 0) + 1);
  for (const inside of "'-\u2010\u2011\u2019") found[inside.charCodeAt(0)] = role.inside;
  return found;
}

/** Without what is no prose: addresses, formulas and TeX commands; braces that only keep case are dropped. */
function proseOf(text: string): string {
  let prose = text.length > longestText ? text.slice(0, longestText) : text;
  if (prose.includes('://')) prose = prose.replace(/[a-z]{3,5}:\/\/\S*/gi, ' ; ');
  if (prose.includes('$')) prose = prose.replace(/\$[^$]{0,300}\$/g, ' ; ');
  if (prose.includes('\\')) prose = prose.replace(/\\[a-zA-Z]+/g, ' ');
  return prose.includes('{') ? prose.replace(/[{}]/g, '') : prose;
}

/** The words of one text after the other, by their numbers in a lexicon. */
export class TextWords {
  /** Of the text that was read last: how many there are, what they are, and 1 for those that only white space joins. */
  count = 0;
  forms = new Uint32Array(512);
  joined = new Uint16Array(512);
  /** To ask a text for one character after the other takes longer. */
  #codes = new Uint16Array(4096);

  /** Reads the words of a text in order, cut at 20,000 characters of text. Linear. */
  read(text: string, lexicon: Lexicon): void {
    const prose = proseOf(text);
    const { length } = prose;
    const codes = this.#codesOf(prose);
    this.forms = grown(this.forms, length);
    this.joined = grown(this.joined, length);
    this.count = 0;
    // Whether there was a word, and nothing but white space since.
    let joined = 0;
    for (let at = 0; at < length;) {
      const code = codes[at] ?? 0;
      let next = roles[code] ?? role.patternDecides;
      let end = at;
      if (next >= role.begins) {
        let hash = 0;
        while (next === role.begins || next === role.inside) {
          hash = (Math.imul(hash, 31) + (codes[end] ?? 0)) | 0;
          end += 1;
          next = end < length ? (roles[codes[end] ?? 0] ?? role.patternDecides) : role.none;
        }
        if (next === role.patternDecides) {
          end = endOfWord(prose, at);
          if (end > at) this.#pushLong(prose.slice(at, end), joined, lexicon);
        } else {
          const known = lexicon.find(codes, at, end, hash);
          this.#push(known > 0 ? known : lexicon.note(prose.slice(at, end), hash), joined);
        }
      }
      if (end > at) joined = 1;
      else if (!isSpace(code)) joined = 0;
      at = Math.max(end, at + 1);
    }
  }

  #codesOf(prose: string): Uint16Array {
    this.#codes = grown(this.#codes, prose.length);
    const codes = this.#codes;
    for (let at = 0; at < prose.length; at += 1) codes[at] = prose.charCodeAt(at);
    return codes;
  }

  #push(form: number, joined: number): void {
    this.forms[this.count] = form;
    this.joined[this.count] = joined;
    this.count += 1;
  }

  /**
   * A word that is not of ASCII alone. Scripts without spaces are cut by the host's dictionary (`Intl.Segmenter`): pairs of
   * characters would make bad labels.
   */
  #pushLong(written: string, joined: number, lexicon: Lexicon): void {
    if (!isUnspaced(written)) {
      this.#push(lexicon.form(written), joined);
      return;
    }
    let next = joined;
    for (const { segment, isWordLike } of segmenter().segment(written)) {
      if (isWordLike !== true) continue;
      this.#push(lexicon.segment(segment), next);
      next = 1;
    }
  }
}

/** As `trim` sees it. */
function isSpace(code: number): boolean {
  return code === 32 || ((code < 32 || code > 127) && String.fromCharCode(code).trim() === '');
}

function endOfWord(prose: string, start: number): number {
  anyWord.lastIndex = start;
  return start + (anyWord.exec(prose)?.[0].length ?? 0);
}

let words: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  return words;
}
