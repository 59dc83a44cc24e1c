import type { TextEdit } from '../../text/position.ts';

/** A correction of the themes by the writer. Themes are named by their ids, papers by their keys. */
export type ThemeChange =
  /** The papers stand in the theme, too; with `from`, no longer in that one. */
  | {
      readonly kind: 'put';
      readonly keys: readonly string[];
      readonly into: string;
      readonly from?: string | undefined;
    }
  | { readonly kind: 'takeOut'; readonly keys: readonly string[]; readonly from: string }
  | { readonly kind: 'create'; readonly label: string; readonly keys: readonly string[] }
  | { readonly kind: 'rename'; readonly theme: string; readonly label: string }
  /** All papers of the themes stand in `into`, and later ones that would have come to them. */
  | { readonly kind: 'merge'; readonly themes: readonly string[]; readonly into: string }
  /** In two, by what its papers say. */
  | { readonly kind: 'split'; readonly theme: string }
  /** Its papers go where they fit else. */
  | { readonly kind: 'delete'; readonly theme: string }
  | { readonly kind: 'pin'; readonly theme: string; readonly pinned: boolean };

/** What a change of the themes makes of the text of the themes file; or one sentence why it cannot be made. */
export type ThemeChangePlan =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      /** Of the theme it makes. */ readonly theme?: string | undefined;
    }
  | { readonly ok: false; readonly error: string };
