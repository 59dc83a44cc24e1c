import type { OffsetRange } from '../../citations/citation.ts';
import { byStart } from '../../citations/offsetRanges.ts';
import { readJsonTree, type JsonNode, type JsonObject } from './jsonTree.ts';

/** Longer files are left alone by those who cannot wait. */
const longest = 2_000_000;

/**
 * Where the writer's themes name a paper by this key: in `papers` and in the lists of `like`; without quotes. None in a
 * file that cannot be read, or that is very long. Total; linear.
 */
export function themeKeyPlaces(text: string, key: string): readonly OffsetRange[] {
  if (text.length > longest || !text.includes(JSON.stringify(key))) return [];
  const reading = readJsonTree(text);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  if (!step.value.ok || step.value.value.kind !== 'object') return [];
  const root = step.value.value;
  const likes = membersOf(root, 'themes').flatMap(({ value }) => membersOf(value, 'like', false));
  const places = [
    ...likes.flatMap(({ value }) => textsIn(value, key)),
    ...membersOf(root, 'papers').flatMap(({ name, start }) => (name === key ? [inQuotes(start, key)] : [])),
  ];
  // It may be written with other escapes.
  const written = JSON.stringify(key).slice(1, -1);
  return places.filter(({ start, end }) => text.slice(start, end) === written).sort(byStart);
}

/** The members of the member `name` of an object or, with `within` false, that member itself. */
function membersOf(node: JsonNode, name: string, within = true): JsonObject['members'] {
  const found = node.kind === 'object' ? node.members.filter((member) => member.name === name) : [];
  return within ? found.flatMap(({ value }) => (value.kind === 'object' ? value.members : [])) : found;
}

/** In the inner lists: a text beside them is the id of a group. */
function textsIn(node: JsonNode, key: string): readonly OffsetRange[] {
  const lists = node.kind === 'array' ? node.items : [];
  const items = lists.flatMap((list) => (list.kind === 'array' ? list.items : []));
  return items.flatMap((item) => (item.kind === 'value' && item.value === key ? [inQuotes(item.start, key)] : []));
}

/** Behind the quote, as the key is written in JSON. */
function inQuotes(start: number, key: string): OffsetRange {
  return { start: start + 1, end: start + JSON.stringify(key).length - 1 };
}
