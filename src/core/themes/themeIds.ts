/** The id of the group of papers that are near no theme. */
export const otherId = 'other';

/** How ids of groups of files begin; ids of inferred themes have no colon. */
export const groupIdPrefix = 'group:';

/** A new id from the label at birth: lower-case letters and digits joined by hyphens, none of `taken`. */
export function newThemeId(label: string, taken: ReadonlySet<string>): string {
  const words =
    label
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const slug = words.join('-').slice(0, 60) || 'theme';
  let id = slug;
  for (let number = 2; taken.has(id) || id === otherId; number += 1) id = `${slug}-${String(number)}`;
  return id;
}
