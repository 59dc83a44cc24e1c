import { byline } from '../../../core/text/byline.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { PaperEngine } from '../../../engine/paperEngine.ts';
import type { ToMap } from '../../../protocol/mapMessages.ts';
import { mapLimits } from '../../../protocol/parseMapMessage.ts';

const short = (text: string): string => shorten(text, mapLimits.line);

/** The picture of the library. */
export async function mapAnswer(engine: PaperEngine): Promise<ToMap> {
  const map = await engine.themeMap();
  const themes = map.themes.map((theme) => ({ ...theme, label: short(theme.label) }));
  const parts = map.parts.map((part) => ({ ...part, label: short(part.label) }));
  return { type: 'show', map: { ...map, themes, parts } };
}

/** Who wrote a paper; `undefined` when it is gone. */
export async function paperAnswer(engine: PaperEngine, key: string): Promise<ToMap | undefined> {
  const paper = await engine.paper(key);
  if (paper === undefined) return undefined;
  const authors = paper.authors.slice(0, mapLimits.authors).map(short);
  return { type: 'paper', key, title: short(paper.title), authors, year: paper.year };
}

/** A page of the papers of a theme, from a place on. */
export async function rowsAnswer(engine: PaperEngine, theme: string, from: number): Promise<ToMap> {
  const to = from + mapLimits.rows;
  const found = await engine.groupPapers({ by: 'theme' }, theme, { from, to: to + 1 });
  const rows = found
    .slice(0, mapLimits.rows)
    .map((row) => ({ key: row.key, title: short(row.title), byline: short(byline(row)) }));
  return { type: 'rows', theme, from, rows, more: found.length > mapLimits.rows };
}

/** The titles of all papers. */
export async function titlesAnswer(engine: PaperEngine): Promise<ToMap> {
  const rows = await engine.rows();
  return { type: 'titles', titles: rows.map(({ key, title }) => [key, short(title)] as const) };
}
