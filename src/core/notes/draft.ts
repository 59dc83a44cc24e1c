import { contentHash } from '../library/contentHash.ts';

/** What a note's file should hold, kept beside it until the file does. */
export interface Draft {
  /** URI of the note. */
  readonly note: string;
  /** Citation key of the paper; `''` when it was not known. */
  readonly key: string;
  /** The whole file as it should be, without BOM. */
  readonly text: string;
  /** The whole file that the text was made from; `undefined` when it was too long to be kept. */
  readonly base: string | undefined;
  /** SHA-256 of its bytes, hexadecimal; `undefined` when there was no file. */
  readonly baseHash: string | undefined;
  /**
   * A write that is not made in one step was under way: what the file lacks of `base` may have been lost by that, and is
   * nobody's deletion.
   */
  readonly isWriting: boolean;
  /** The last edit of the reader that is in the text. */
  readonly seq: number;
  /** When it was written, in milliseconds since 1970. */
  readonly time: number;
  /** The extension host that holds the note open. */
  readonly owner: DraftOwner;
}

export interface DraftOwner {
  /** Different for each start of an extension host. */
  readonly host: string;
  /** Of its process; `undefined` where there are none. */
  readonly pid: number | undefined;
}

/** A file of the journal: a draft, damaged, or written by a later version of the extension. */
export type ParsedDraft =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'damaged' } | { readonly kind: 'later' };

/** Grows when an older version could not make sense of a draft any more. */
const format = 1;

/** The file of the journal for a draft. */
export function writeDraft(draft: Draft): string {
  return `${JSON.stringify({ format, check: contentHash(draft.text), ...draft })}\n`;
}

/**
 * Reads a file of the journal. A draft needs no more than `note` and `text`, so that those of earlier versions are read; a
 * text that is not what `check` was made of is damaged. Never throws.
 */
export function parseDraft(json: string): ParsedDraft {
  const value = parseObject(json);
  if (value === undefined) return { kind: 'damaged' };
  const number = (name: string): number => (typeof value[name] === 'number' ? value[name] : 0);
  const text = (name: string): string | undefined => (typeof value[name] === 'string' ? value[name] : undefined);
  if (number('format') > format) return { kind: 'later' };
  const [note, whole, check] = [text('note'), text('text'), text('check')];
  if (note === undefined || whole === undefined) return { kind: 'damaged' };
  if (check !== undefined && check !== contentHash(whole)) return { kind: 'damaged' };
  const draft: Draft = {
    note,
    key: text('key') ?? '',
    text: whole,
    base: text('base'),
    baseHash: text('baseHash'),
    isWriting: value['isWriting'] === true,
    seq: number('seq'),
    time: number('time'),
    owner: parseOwner(value['owner']),
  };
  return { kind: 'draft', draft };
}

function parseOwner(value: unknown): DraftOwner {
  if (!isObject(value)) return { host: '', pid: undefined };
  const { host, pid } = value;
  return { host: typeof host === 'string' ? host : '', pid: typeof pid === 'number' ? pid : undefined };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
