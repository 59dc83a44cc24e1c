import { fieldNames } from '../query/searchQuery.ts';

const field = new RegExp(`(?<![\\p{L}\\p{N}])(-?)(${fieldNames.join('|')}):`, 'giu');

/** A query for texts of notes only: `note:` is what is asked anyway, other fields are words there. */
export function noteQuery(query: string): string {
  return query.replace(field, (_, minus: string, name: string) =>
    name.toLowerCase() === 'note' ? minus : `${minus}${name} `,
  );
}
