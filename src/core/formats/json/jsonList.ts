import { stringEnd } from './jsonScan.ts';

/** Where the items of a JSON text begin. */
export interface JsonList {
  /** Offset of the first item's brace; -1 for none. */
  readonly first: number;
  /** Objects and lists around the items; 0 for a list, lines, or objects one behind the other. */
  readonly depth: number;
  /** What ends the items; `''` for the end of the text. */
  readonly close: ']' | '}' | '';
}

/** Names of lists of papers: Crossref, OpenAlex, Semantic Scholar, CSL, Zotero, DBLP, Europe PMC, OpenReview, own dumps. */
const listNames = new Set(
  'items papers references results result data works entries publications records articles documents docs notes hits hit'.split(
    ' ',
  ),
);
/** Objects in which an item holds its paper: they are no map of papers. */
export const envelopes =
  'paper data content info _source metadata fields attributes bib node work citingPaper citedPaper'.split(' ');
const paperNames = new Set('abstract summary author authors year doi DOI paperId publication_year'.split(' '));
/** How far into an object its list is looked for: what stands before are counts, facets and settings. */
const within = 16_384;
const maxDepth = 4;
const colon = /\s{0,64}:\s{0,64}/y;
const listOfObjects = /\[\s{0,200}\{/y;

interface Level {
  readonly start: number;
  readonly name: string;
  isTitled: boolean;
  isPaper: boolean;
}

/**
 * Finds the items at or after `from`: the objects of the outermost list; of a list in an object (`data`, `message.items`);
 * of an object that holds papers by their ids; else the objects themselves. The list of a paper (`references`) is none.
 */
export function jsonList(text: string, from: number): JsonList {
  const first = nextOf(text, from);
  const own: JsonList = { first: text.indexOf('{', from), depth: 0, close: '' };
  return first === -1 || text[first] === '[' ? own : (wrapped(text, first) ?? own);
}

function nextOf(text: string, from: number): number {
  const [object, list] = [text.indexOf('{', from), text.indexOf('[', from)];
  return object === -1 || list === -1 ? Math.max(object, list) : Math.min(object, list);
}

function wrapped(text: string, outer: number): JsonList | undefined {
  const limit = Math.min(text.length, outer + within);
  const levels: Level[] = [];
  let name = '';
  let lists = 0;
  let map: readonly Level[] | undefined;
  for (let i = outer; i < limit; i += 1) {
    const sign = text[i];
    if (sign === '"') {
      const end = stringEnd(text, i, limit);
      colon.lastIndex = end;
      const value = lists === 0 && colon.test(text) ? colon.lastIndex : undefined;
      if (value !== undefined) {
        name = text.slice(i + 1, end - 1);
        const list = listAt(text, name, value, levels);
        if (list !== undefined) return list;
        tell(levels.at(-1), name);
        if (map === undefined && isMapped(levels)) map = [...levels];
      }
      i = (value ?? end) - 1;
    } else if (sign === '{') {
      levels.push({ start: i, name, isTitled: false, isPaper: false });
      name = '';
    } else if (sign === '}') {
      levels.pop();
      if (levels.length === 0) break;
    } else if (sign === '[') lists += 1;
    else if (sign === ']') lists -= 1;
  }
  // The title of the outer object may have come after the inner one.
  const item = map?.at(-1);
  if (map === undefined || item === undefined || map.slice(0, -1).some(({ isTitled }) => isTitled)) return undefined;
  return { first: item.start, depth: map.length - 1, close: '}' };
}

function listAt(text: string, name: string, value: number, levels: readonly Level[]): JsonList | undefined {
  if (!listNames.has(name) || levels.length > maxDepth) return undefined;
  if (levels.some(({ isTitled, isPaper }) => isTitled && isPaper)) return undefined;
  listOfObjects.lastIndex = value;
  if (!listOfObjects.test(text)) return undefined;
  return { first: listOfObjects.lastIndex - 1, depth: levels.length + 1, close: ']' };
}

function tell(level: Level | undefined, name: string): void {
  if (level === undefined) return;
  if (name === 'title') level.isTitled = true;
  else if (paperNames.has(name)) level.isPaper = true;
}

/** Whether the innermost object is a paper under a name that tells which. */
function isMapped(levels: readonly Level[]): boolean {
  const level = levels.at(-1);
  if (level === undefined || levels.length < 2 || levels.length > maxDepth) return false;
  return level.isTitled && level.isPaper && level.name !== '' && !envelopes.includes(level.name);
}
