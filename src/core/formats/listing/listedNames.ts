const suffix = /^(?:[JS]r\.?|I{2,3}|IV)$/;
const longestSuffix = 3;
const omitted = /,? ?\(?\d{1,5} additional authors? not shown\)?$/i;
const separators = /[,，、;]\s?(?:and\s|&\s)?|\sand\s|\s&\s/;
/** Footnote marks behind a name. */
const marks = /[\d*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/u;

/** Names of ASCII letters, parted by commas with a space behind them, and nothing else: most lists. */
const plainNames =
  /^[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*)*(?:, [A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*)*)*$/;

/**
 * The names of a list that is known to be one: what stands between commas, semicolons and "and". Affiliations in
 * parentheses, footnote marks, "et al." and arXiv's "(12 additional authors not shown)" are left out.
 */
export function listedNames(list: string): readonly string[] {
  const text = withoutNotes(list);
  if (plainNames.test(text) && !text.includes(' and ')) {
    const plain = text.split(', ');
    if (!plain.some((name) => name.length <= longestSuffix)) return plain;
  }
  const names: string[] = [];
  for (const part of isPlainList(text) ? text.split(', ') : text.split(separators)) {
    const name = isPlainName(part) ? part : part.replace(/\s+/g, ' ').trim().replace(marks, '').trim();
    const before = names.at(-1);
    if (before !== undefined && name.length <= longestSuffix && suffix.test(name))
      names[names.length - 1] = `${before} ${name}`;
    else if (/\p{L}/u.test(name)) names.push(name);
  }
  return names;
}

/** Nothing but commas with a space behind them. */
function isPlainList(text: string): boolean {
  return !/[，、;&]|,(?! )|, ?and |\sand\s/.test(text);
}

function isPlainName(name: string): boolean {
  return !/[^ -~]|[\d*]$| {2}|^ | $/.test(name);
}

function withoutNotes(list: string): string {
  // Only the end is looked at: a pattern looks for its beginning everywhere.
  const named = /et al\.?$/i.test(list.slice(-7)) ? list.replace(/,? et al\.?$/i, '') : list;
  if (!named.includes('(')) return named;
  // Behind names: `A. Bell (1), C. Door (2) ((1) Here, (2) There)`; `Qi (Rose) Yu` is a name.
  const text = named.replace(/\s+/g, ' ').replace(omitted, '');
  return text.replace(/ ?\(\(.*$/, '').replace(/ ?\([^()]*\)(?=,|;| and | ?$)/g, '');
}
