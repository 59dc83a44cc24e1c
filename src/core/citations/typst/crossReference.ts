import { isCrossReference } from '../pandoc/citationKey.ts';

/** Whether a label looks like that of a figure, table, section and the like, as Typst's documentation names them. */
export function isTypstCrossReference(label: string): boolean {
  return (
    isCrossReference(label) ||
    /^(?:fig|figure|tab|tbl|table|eq|eqt|equation|sec|section|lst|thm|def|lem|app)[:-]/.test(label)
  );
}
