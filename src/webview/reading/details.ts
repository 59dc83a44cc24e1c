import type { ReaderPaper } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { searchButton } from './searchButton.ts';

type Dispatch = (action: ReaderAction) => void;

/** What stands in rows below the abstract. */
export type RowFacts = Pick<ReaderPaper, 'versions' | 'sources' | 'themes' | 'keywords'>;

/** Other versions, places, themes and keywords: a row each, only where there are some. */
export function drawDetails(facts: RowFacts, dispatch: Dispatch): readonly HTMLElement[] {
  const { versions = [], sources, themes, keywords } = facts;
  const rows: readonly (readonly [string, readonly HTMLElement[]])[] = [
    ['Themes', themes.map((theme, index) => drawTheme(theme, index, dispatch))],
    [
      'Keywords',
      keywords.map((value, index) => searchButton({ fact: 'keyword', index, value, kind: 'chip' }, dispatch)),
    ],
    ['Also as', versions.map((version, index) => drawVersion(version, index, dispatch))],
    ['Listed in', sources.map((source, index) => drawSource(source, index, dispatch))],
  ];
  const filled = rows.filter(([, items]) => items.length > 0);
  if (filled.length === 0) return [];
  const parts = filled.flatMap(([name, items]) => [
    element('dt', {}, name),
    element('dd', {}, element('ul', {}, ...items.map((item) => element('li', {}, item)))),
  ]);
  return [element('dl', {}, ...parts)];
}

function drawSource(source: string, index: number, dispatch: Dispatch): HTMLElement {
  const text = displayText(source);
  const label = `Reveal in paper file: ${text}`;
  const look = { text, label, id: `source-${index}`, kind: 'link', title: 'Reveal in paper file' };
  return button(look, () => dispatch({ type: 'askAt', what: 'revealSource', index }));
}

function drawVersion(version: string, index: number, dispatch: Dispatch): HTMLElement {
  const text = displayText(version);
  const look = { text, label: `Open the other version: ${text}`, id: `version-${index}`, kind: 'link', title: text };
  return button(look, () => dispatch({ type: 'askAt', what: 'openVersion', index }));
}

function drawTheme(theme: string, index: number, dispatch: Dispatch): HTMLElement {
  const text = displayText(theme);
  if (text.trim() === '') return element('bdi', {}, text);
  const look = { text, id: `theme-${index}`, kind: 'chip', title: 'Show this theme in the tree' };
  return button(look, () => dispatch({ type: 'askAt', what: 'revealTheme', index }));
}
