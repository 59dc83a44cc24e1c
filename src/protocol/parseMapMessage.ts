import * as v from 'valibot';

import type { Result } from '../core/result.ts';
import type { FromMap, MapSavedState, MapSelection, ToMap } from './mapMessages.ts';
import { parseMessage } from './parseMessage.ts';

/** The largest parts of messages: UTF-16 units of texts, items of lists. A sender cuts what is longer. */
export const mapLimits = {
  key: 20_000,
  id: 20_000,
  /** Titles, labels, names, reasons. */
  line: 20_000,
  papers: 2_000_000,
  themes: 100_000,
  /** Papers that may be selected, and are kept. */
  selected: 200_000,
  authors: 100,
  rows: 100,
  /** UTF-16 units or bytes. */
  picture: 256_000_000,
} as const;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const list = <T>(max: number, item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.custom<unknown[]>((input) => Array.isArray(input) && input.length <= max),
    v.array(item),
  );
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(mapLimits.key));
const id = text(mapLimits.id);
const line = text(mapLimits.line);

const mapTheme = v.strictObject({ id, label: line, count, isRest: v.boolean() });

const mapPart = v.strictObject({ id, label: line, theme: count });

const map = v.pipe(
  v.strictObject({
    keys: list(mapLimits.papers, key),
    places: v.instance(Float32Array),
    themeOf: v.instance(Uint32Array),
    themes: list(mapLimits.themes, mapTheme),
    parts: list(mapLimits.themes, mapPart),
    partOf: v.instance(Uint32Array),
  }),
  v.check(({ keys, places, themeOf }) => places.length === keys.length * 2 && themeOf.length === keys.length),
  v.check(({ places }) => places.every((place) => Number.isFinite(place))),
  v.check(({ themeOf, themes }) => themeOf.every((theme) => theme < themes.length)),
  v.check(({ parts, themes }) => parts.every(({ theme }) => theme < themes.length)),
  v.check(({ keys, partOf, parts }) => partOf.length === keys.length && partOf.every((part) => part <= parts.length)),
);

const toMap: v.GenericSchema<unknown, ToMap> = v.variant('type', [
  v.strictObject({ type: v.literal('show'), map }),
  v.strictObject({
    type: v.literal('paper'),
    key,
    title: line,
    authors: list(mapLimits.authors, line),
    year: v.optional(v.pipe(v.number(), v.safeInteger())),
  }),
  v.strictObject({
    type: v.literal('rows'),
    theme: id,
    from: count,
    rows: list(mapLimits.rows, v.strictObject({ key, title: line, byline: line })),
    more: v.boolean(),
  }),
  v.strictObject({ type: v.literal('titles'), titles: list(mapLimits.papers, v.strictTuple([key, line])) }),
  v.strictObject({ type: v.literal('reading'), key: v.optional(key) }),
  v.strictObject({ type: v.literal('pick'), theme: id }),
  v.strictObject({ type: v.literal('failed'), message: line }),
]);

const keys = list(mapLimits.selected, key);

const fromMap: v.GenericSchema<unknown, FromMap> = v.union([
  v.variant('type', [
    v.strictObject({ type: v.literal('ready') }),
    v.strictObject({ type: v.literal('ask'), key }),
    v.strictObject({ type: v.literal('open'), key }),
    v.strictObject({ type: v.literal('rows'), theme: id, from: count }),
    v.strictObject({ type: v.literal('filterTheme'), theme: id }),
    v.strictObject({ type: v.literal('filterPapers'), keys }),
    v.strictObject({ type: v.literal('titles') }),
  ]),
  v.variant('format', [
    v.strictObject({ type: v.literal('save'), format: v.literal('svg'), text: text(mapLimits.picture) }),
    v.strictObject({
      type: v.literal('save'),
      format: v.literal('png'),
      bytes: v.pipe(
        v.instance(Uint8Array),
        v.check(({ length }) => length <= mapLimits.picture),
      ),
    }),
  ]),
]);

const selection: v.GenericSchema<unknown, MapSelection> = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('theme'), theme: id }),
  v.strictObject({ kind: v.literal('papers'), keys }),
]);

const savedState: v.GenericSchema<unknown, MapSavedState> = v.strictObject({
  camera: v.optional(v.strictObject({ x: finite, y: finite, scale: v.pipe(finite, v.gtValue(0)) })),
  colours: list(mapLimits.themes, id),
  selection,
  list: v.boolean(),
});

/** A message of the host as it arrived in the webview. Total: never throws for data that can be posted. */
export function parseToMap(input: unknown): Result<ToMap> {
  return parseMessage(toMap, input);
}

/** A message of the webview as it arrived in the host. Total: never throws for data that can be posted. */
export function parseFromMap(input: unknown): Result<FromMap> {
  return parseMessage(fromMap, input);
}

/** What `getState` gave; an error for anything else, also for nothing. */
export function parseMapSavedState(input: unknown): Result<MapSavedState> {
  return parseMessage(savedState, input);
}
