import type { ReaderPaper, SearchableFact } from '../protocol/readerMessages.ts';
import { displayText, hostOf, paragraphsOf } from './displayText.ts';
import { button, element } from './dom.ts';
import type { ReaderAction } from './readerState.ts';
import { type MathBudget, textWithMath } from './renderMath.ts';

type Dispatch = (action: ReaderAction) => void;

/** More authors than this are behind a button: some papers have thousands. */
const shownAuthors = 12;
const maxFormulas = 200;

/** The head of a paper: title, who and where, what can be done with it. */
export function drawHead(paper: ReaderPaper, dispatch: Dispatch): HTMLElement {
  const budget: MathBudget = { left: maxFormulas };
  const title = displayText(paper.title).trim() === '' ? paper.key : paper.title;
  return element(
    'header',
    {},
    element('h1', { attributes: { dir: 'auto' } }, ...textWithMath(title, budget)),
    ...drawAuthors(paper.authors, dispatch),
    drawFacts(paper, dispatch),
    drawActions(dispatch),
    ...drawDetails(paper, dispatch),
  );
}

/** The abstract, or that there is none. */
export function drawAbstract(paper: ReaderPaper): HTMLElement {
  const budget: MathBudget = { left: maxFormulas };
  const paragraphs = paragraphsOf(paper.abstract).map((paragraph) =>
    element('p', { attributes: { dir: 'auto' } }, ...textWithMath(paragraph, budget)),
  );
  const none = element('p', { attributes: { class: 'quiet' } }, 'The paper files have no abstract of this paper.');
  return element(
    'section',
    { attributes: { class: 'abstract', 'aria-labelledby': 'abstract-heading' } },
    element('h2', { attributes: { id: 'abstract-heading' } }, 'Abstract'),
    ...(paragraphs.length === 0 ? [none] : paragraphs),
  );
}

function drawAuthors(authors: readonly string[], dispatch: Dispatch): readonly HTMLElement[] {
  if (authors.length === 0) return [];
  const line = element('p', { attributes: { class: 'authors' } });
  const fill = (names: readonly string[]) =>
    line.replaceChildren(
      ...names.flatMap((name, index) => {
        const author = searchButton({ fact: 'author', index, value: name, kind: 'term' }, dispatch);
        return index === 0 ? [author] : [', ', author];
      }),
    );
  fill(authors.slice(0, shownAuthors));
  if (authors.length > shownAuthors) {
    const text = `and ${(authors.length - shownAuthors).toLocaleString('en')} more`;
    const more = button({ text, id: 'authors', kind: 'link' }, () => {
      fill(authors);
      line.tabIndex = -1;
      line.focus();
    });
    line.append(' ', more);
  }
  return [line];
}

function drawFacts(paper: ReaderPaper, dispatch: Dispatch): HTMLElement {
  const facts: (Node | string)[] = [];
  const { venue = '', year } = paper;
  if (venue !== '') facts.push(searchButton({ fact: 'venue', index: 0, value: venue, kind: 'term' }, dispatch));
  if (year !== undefined) {
    facts.push(searchButton({ fact: 'year', index: 0, value: String(year), kind: 'term' }, dispatch));
  }
  facts.push(element('code', { attributes: { title: 'Citation key' } }, `@${displayText(paper.key)}`));
  return element(
    'p',
    { attributes: { class: 'facts' } },
    ...facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact])),
  );
}

function drawActions(dispatch: Dispatch): HTMLElement {
  const insert = {
    text: 'Insert citation',
    id: 'insert',
    kind: 'primary',
    title: 'Insert a citation into the document',
  };
  const copy = { text: 'Copy key', id: 'copy', kind: 'secondary', title: 'Copy the citation key' };
  const open = { text: 'Open note as file', id: 'open', kind: 'secondary', title: 'Open the note in a text editor' };
  return element(
    'div',
    { attributes: { class: 'actions', role: 'group', 'aria-label': 'Paper actions' } },
    button(insert, () => dispatch({ type: 'ask', what: 'insertCitation' })),
    button(copy, () => dispatch({ type: 'ask', what: 'copyKey' })),
    button(open, () => dispatch({ type: 'ask', what: 'openNote' })),
  );
}

/** Links, places, themes and keywords: a row each, only where there are some. */
function drawDetails(paper: ReaderPaper, dispatch: Dispatch): readonly HTMLElement[] {
  const links = paper.links.flatMap((link, index) => {
    const host = hostOf(link.url);
    if (host === undefined) return [];
    const label = displayText(link.label).trim();
    const text = label === '' || label === host ? host : `${label} (${host})`;
    const look = { text, id: `link-${index}`, kind: 'link', title: `Open in the browser: ${displayText(link.url)}` };
    return [button(look, () => dispatch({ type: 'askAt', what: 'openLink', index }))];
  });
  const sources = paper.sources.map((source, index) => {
    const text = displayText(source);
    const label = `Reveal in paper file: ${text}`;
    const look = { text, label, id: `source-${index}`, kind: 'link', title: 'Reveal in paper file' };
    return button(look, () => dispatch({ type: 'askAt', what: 'revealSource', index }));
  });
  const versions = (paper.versions ?? []).map((version, index) => {
    const text = displayText(version);
    const look = { text, label: `Open the other version: ${text}`, id: `version-${index}`, kind: 'link', title: text };
    return button(look, () => dispatch({ type: 'askAt', what: 'openVersion', index }));
  });
  const chip = (fact: SearchableFact, index: number, value: string) =>
    searchButton({ fact, index, value, kind: 'chip' }, dispatch);
  const rows: readonly (readonly [string, readonly HTMLElement[]])[] = [
    ['Links', links],
    ['Also as', versions],
    ['Listed in', sources],
    ['Themes', paper.themes.map((value, index) => chip('theme', index, value))],
    ['Keywords', paper.keywords.map((value, index) => chip('keyword', index, value))],
  ];
  const filled = rows.filter(([, items]) => items.length > 0);
  if (filled.length === 0) return [];
  const parts = filled.flatMap(([name, items]) => [
    element('dt', {}, name),
    element('dd', {}, element('ul', {}, ...items.map((item) => element('li', {}, item)))),
  ]);
  return [element('dl', {}, ...parts)];
}

/** A fact as a button that searches for it. */
function searchButton(
  { fact, index, value, kind }: { fact: SearchableFact; index: number; value: string; kind: 'term' | 'chip' },
  dispatch: Dispatch,
): HTMLElement {
  const text = displayText(value);
  // A button needs a name.
  if (text.trim() === '') return element('bdi', {}, text);
  const look = { text, id: `${fact}-${index}`, kind, title: `Search for this ${fact}` };
  return button(look, () => dispatch({ type: 'searchFor', fact, index }));
}
