import type { PersonName } from '../../personName.ts';
import { plainLine } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { CslRole } from '../../workDetails.ts';
import { taggedName } from './taggedName.ts';
import type { TagField } from './tagLines.ts';

/** The fields of one record by their tags. Empty ones say nothing. */
export class TaggedFields {
  /** All of the record, in its order. */
  readonly list: readonly TagField[];
  readonly #byTag = new Map<string, TagField[]>();
  readonly #rangeOf: (at: number, length: number) => Range;

  constructor(list: readonly TagField[], rangeOf: (at: number, length: number) => Range) {
    this.list = list;
    this.#rangeOf = rangeOf;
    for (const field of list) {
      if (field.text === '') continue;
      const known = this.#byTag.get(field.tag);
      if (known === undefined) this.#byTag.set(field.tag, [field]);
      else known.push(field);
    }
  }

  /** The text of the first field with the first of the tags that is there; `''` for none. */
  first(...tags: readonly string[]): string {
    return this.#first(tags)?.text ?? '';
  }

  /** As `first`, in one line and without markup. */
  line(...tags: readonly string[]): string {
    return plainLine(this.first(...tags));
  }

  /** All texts: tag by tag, each in the order of the record. */
  all(...tags: readonly string[]): readonly string[] {
    return tags.flatMap((tag) => this.#byTag.get(tag)?.map(({ text }) => text) ?? []);
  }

  /** The names of people and bodies by what they are of the work, in the order of the record. */
  names(roles: ReadonlyMap<string, CslRole>): ReadonlyMap<CslRole, readonly PersonName[]> {
    const names = new Map<CslRole, PersonName[]>();
    for (const { tag, text } of this.list) {
      const role = roles.get(tag);
      const line = role === undefined ? '' : plainLine(text);
      if (role === undefined || line === '') continue;
      const known = names.get(role);
      if (known === undefined) names.set(role, [taggedName(line)]);
      else known.push(taggedName(line));
    }
    return names;
  }

  /** The citation key that a field gives: one word with a letter, no address; and where it stands. */
  key(...tags: readonly string[]): { readonly key: string; readonly range: Range } | undefined {
    const field = this.#first(tags);
    if (field === undefined || !/^[^\s/]{1,500}$/.test(field.text) || !/\p{L}/u.test(field.text)) return undefined;
    return { key: field.text, range: this.#rangeOf(field.at, field.text.length) };
  }

  #first(tags: readonly string[]): TagField | undefined {
    for (const tag of tags) {
      const found = this.#byTag.get(tag)?.[0];
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
