import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { citationMetaOf, setDraft, tokenTypes, type CitationMeta, type DraftCitations } from './citationToken.ts';
import { beginsMarkedList } from '../referenceList/markedList.ts';
import { setFootnoteNumber } from './footnoteNumbers.ts';

const bibliographyDirective = /^\{bibliography\}/;
const listsWithoutCiting = /^nocite[ \t]*:/m;

/**
 * Puts the citations of a text in their order when it has been read, those of a footnote where it is first referred to, and
 * makes room for the notes and the reference list: where the text has a place for the list, else at its end.
 */
export function addNumberRule(md: MarkdownIt): void {
  // Behind all others, of which one moves the footnotes to the end.
  md.core.ruler.push('paperside_numbers', (state) => {
    const hasWrittenList = state.tokens.some(({ type, content }) => type === 'html_block' && beginsMarkedList(content));
    const draft: DraftCitations = { hasWrittenList, clusters: [], notes: [] };
    const { body, footnotes } = splitFootnotes(state.tokens);
    number(draft, body, footnotes);
    for (const token of state.tokens) if (isPlace(token)) makePlace(token);
    // As in Pandoc, the first place has the list: what leads to an entry needs one of its name.
    const place = state.tokens.find(({ type }) => type === tokenTypes.references);
    if (place !== undefined) setDraft(place, draft);
    if (draft.clusters.length === 0 && !listsWithoutCiting.test(state.src.slice(0, 20_000))) return;
    const added = [tokenTypes.notes, ...(place === undefined ? [tokenTypes.references] : [])].map((type) => {
      const token = new state.Token(type, '', 0);
      token.block = true;
      setDraft(token, draft);
      return token;
    });
    insertBeforeFootnotes(state, added);
  });
}

function isPlace({ type, info }: Token): boolean {
  return type === 'fence' && bibliographyDirective.test(info.trim());
}

/** The directive of MyST is a place for the list, too. */
function makePlace(token: Token): void {
  token.type = tokenTypes.references;
  token.tag = '';
}

function insertBeforeFootnotes({ tokens }: StateCore, added: readonly Token[]): void {
  const at = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  tokens.splice(at === -1 ? tokens.length : at, 0, ...added);
}

/** What describes an image is drawn as plain text. */
function writeOut(token: Token): void {
  const meta = citationMetaOf(token);
  if (meta === undefined) return;
  token.type = 'text';
  token.content = `${meta.before}${meta.source}${meta.after}`;
}

interface Parts {
  readonly body: readonly Token[];
  /** What each footnote holds, by the number that markdown-it-footnote gives it. */
  readonly footnotes: Map<number, readonly Token[]>;
}

function splitFootnotes(tokens: readonly Token[]): Parts {
  const body: Token[] = [];
  const footnotes = new Map<number, Token[]>();
  let open: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      open = [];
      footnotes.set(footnoteId(token) ?? -1, open);
      body.push(token);
    } else if (token.type === 'footnote_close') open = undefined;
    else (open ?? body).push(token);
  }
  return { body, footnotes };
}

function footnoteId({ meta }: Token): number | undefined {
  const id: unknown = typeof meta === 'object' && meta !== null && 'id' in meta ? meta['id'] : undefined;
  return typeof id === 'number' ? id : undefined;
}

/** The document's own note that is read. */
interface Within {
  readonly number: number;
  /** It is one paragraph. */
  readonly isShort: boolean;
}

function number(draft: DraftCitations, tokens: readonly Token[], footnotes: Parts['footnotes']): void {
  let notes = 0;
  const numbers = new Map<number, number>();
  const visitCitation = (meta: CitationMeta, within: Within | undefined): void => {
    meta.draft = draft;
    const note = within?.number ?? (notes += 1);
    const cluster = { ...meta.cluster, note, ...(within !== undefined && { inNote: true }) };
    meta.index = draft.clusters.push(cluster) - 1;
    if (within === undefined) {
      meta.note = note;
      draft.notes.push({ index: meta.index, number: note });
    } else {
      meta.place = { isFirst: within.isShort && meta.opensParagraph, endsSentence: meta.endsSentence };
    }
  };
  const visitFootnote = (token: Token, id: number, within: Within | undefined): void => {
    const footnote = footnotes.get(id);
    if (footnote !== undefined) {
      // Referred to again it is the same one.
      footnotes.delete(id);
      const own = within?.number ?? (notes += 1);
      numbers.set(id, own);
      visit(footnote, { number: own, isShort: footnote.filter(({ type }) => type === 'inline').length === 1 });
    }
    const found = numbers.get(id);
    if (found !== undefined) setFootnoteNumber(token, { draft, number: found });
  };
  const visit = (some: readonly Token[], within: Within | undefined): void => {
    for (const token of some) {
      const meta = citationMetaOf(token);
      if (meta !== undefined) visitCitation(meta, within);
      const id = token.type === 'footnote_ref' || token.type === 'footnote_open' ? footnoteId(token) : undefined;
      if (id !== undefined) visitFootnote(token, id, within);
      if (token.type === 'inline' && token.children !== null) visit(token.children, within);
      if (token.type === 'image') for (const child of token.children ?? []) writeOut(child);
    }
  };
  visit(tokens, undefined);
}
