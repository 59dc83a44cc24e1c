import type { PaperRecord } from '../paper.ts';
import type { Problem } from '../problem.ts';
import { shorten } from '../text/plainText.ts';

/** More than this many are counted and no longer listed. */
const maxListed = 100;
const maxKey = 60;

/** A problem for every record whose key an earlier record of the same file has. Linear. */
export function duplicateKeys(records: readonly PaperRecord[]): readonly Problem[] {
  const first = new Map<string, PaperRecord>();
  const repeated: { readonly record: PaperRecord; readonly line: number }[] = [];
  for (const record of records) {
    if (record.key === undefined) continue;
    const known = first.get(record.key);
    if (known === undefined) first.set(record.key, record);
    else repeated.push({ record, line: (known.keyRange ?? known.range).start.line });
  }
  const rest = repeated.length - maxListed;
  const more = rest === 1 ? ' So is 1 more key below.' : ` So are ${rest} more keys below.`;
  return repeated.slice(0, maxListed).map(({ record, line }, index) => ({
    code: 'duplicate-key',
    severity: 'warning',
    message: `The key "${shorten(record.key ?? '', maxKey)}" is also used in line ${line + 1}: rename one of them.${
      rest > 0 && index === maxListed - 1 ? more : ''
    }`,
    range: record.keyRange ?? record.range,
  }));
}
