import { expect, test } from 'vitest';
import { furtherKeyPlaces } from '../../../../src/core/bibliography/furtherKeyPlaces.ts';

/** The text with each place in `«»`. */
function marked(name: string, text: string): string {
  const places = [...furtherKeyPlaces(name, text, 'lee2020')].toReversed();
  return places.reduce(
    (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
    text,
  );
}

test.each([
  ['a.bib', '@inbook{x, crossref = {«lee2020»}, title = {lee2020}}\n@book{lee2020, title={A}}'],
  ['a.bib', '@inbook{x,\r\n  Crossref="«Lee2020»",\r\n  xdata = { a, «lee2020» ,lee20200},\r\n}'],
  ['a.bib', '@misc{x, note = {crossref}, abstract = {see lee2020}}'],
  ['a.bib', '@misc{x, related = {«lee2020»,«lee2020»}, mycrossref = {lee2020}}'],
  ['a.json', '[{"id": "«lee2020»", "citation-key": "«lee2020»", "title": "lee2020"}, {"id": "lee20201"}]'],
  ['a.json', '[{"note": "\\"id\\": \\"lee2020\\""}]'],
  ['a.txt', 'lee2020'],
])('in %s: %j', (name, text) => {
  expect(marked(name, text.replace(/[«»]/g, ''))).toBe(text);
});
