import type { Frozen, Named } from './frozen.ts';
import type { ImageHead } from './themesImage.ts';

/** Takes the two parts of kept themes apart. What is not there is read as nothing, and `isAtEnd` then tells. */
export class ImageReader {
  /** `undefined` when the text does not begin with one. */
  readonly head: ImageHead | undefined;
  readonly #lines: readonly string[];
  readonly #numbers: ArrayBuffer;
  #at = 0;

  constructor([first = '', ...lines]: readonly string[], numbers: ArrayBuffer) {
    this.head = headFrom(parsed(first));
    this.#lines = lines;
    this.#numbers = numbers;
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#take(count));
  }

  integers(count: number): Uint32Array {
    return new Uint32Array(this.#take(count));
  }

  /** Where papers stood; `undefined` when they are not all there. */
  places(): Frozen['places'] | undefined {
    const keys = this.#lines.flatMap((line) => listFrom(parsed(line)) ?? []);
    const count = this.head?.places ?? 0;
    const numbers = this.floats(count * 3);
    const places = new Map<string, { group: number; part: number; nearness: number; print: string }>();
    for (const [at, pair] of keys.entries()) {
      const [key, print] = listFrom(pair) ?? [];
      if (typeof key !== 'string' || typeof print !== 'string') return undefined;
      const [group = -1, part = -1, nearness = 0] = numbers.subarray(at * 3, at * 3 + 3);
      places.set(key, { group, part, nearness, print });
    }
    return places.size === count ? places : undefined;
  }

  /** Whether exactly what is there was read. */
  isAtEnd(): boolean {
    return Math.ceil(this.#at / 8) * 8 === this.#numbers.byteLength;
  }

  #take(count: number): ArrayBuffer {
    const from = this.#at;
    this.#at += count * 4;
    return this.#numbers.slice(Math.min(from, this.#numbers.byteLength), this.#at);
  }
}

function headFrom(value: unknown): ImageHead | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const names = namesFrom(fields.get('names'));
  const order = listFrom(fields.get('order'))?.filter(isCount);
  const parts = listFrom(fields.get('parts'))?.map(partFrom);
  const [words, papers, groups, places] = ['words', 'papers', 'groups', 'places'].map((name) => fields.get(name));
  if (names === undefined || order === undefined || parts?.every((part) => part !== undefined) !== true)
    return undefined;
  if (!isCount(papers) || !isCount(groups) || !isCount(places)) return undefined;
  if (words !== undefined && (typeof words !== 'string' || groups !== names.length)) return undefined;
  return { names, order, words, papers, groups, parts, places };
}

function partFrom(value: unknown): ImageHead['parts'][number] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const names = namesFrom(fields.get('names'));
  const [group, words] = [fields.get('group'), fields.get('words')];
  return names === undefined || !isCount(group) || !isCount(words) ? undefined : { group, words, names };
}

function namesFrom(value: unknown): readonly Named[] | undefined {
  const names = listFrom(value)?.map((one) => {
    const fields = new Map<string, unknown>(typeof one === 'object' && one !== null ? Object.entries(one) : []);
    const [id, label] = [fields.get('id'), fields.get('label')];
    const terms = listFrom(fields.get('terms'))?.filter((term) => typeof term === 'string');
    return typeof id === 'string' && typeof label === 'string' && terms !== undefined
      ? { id, label, terms }
      : undefined;
  });
  return names?.every((name) => name !== undefined) === true ? names : undefined;
}

/** At most as many numbers as fit in a gigabyte: more was never written. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 28;
}

function listFrom(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
