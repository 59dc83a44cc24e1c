/** "Fan et al., 2024", "Kim and Lee", "2023" or `''`: who and when, as citations name them. */
export function byline(paper: { readonly authors: readonly string[]; readonly year?: number | undefined }): string {
  const names = paper.authors.map(familyName);
  const [first = '', second = ''] = names;
  const who = names.length > 2 ? `${first} et al.` : names.length === 2 ? `${first} and ${second}` : first;
  return [who, paper.year === undefined ? '' : String(paper.year)].filter((part) => part !== '').join(', ');
}

/** `Family, Given` as written, else the last word. */
function familyName(name: string): string {
  const comma = name.indexOf(',');
  return comma > 0 ? name.slice(0, comma).trim() : (name.trim().split(/\s+/).at(-1) ?? '');
}
