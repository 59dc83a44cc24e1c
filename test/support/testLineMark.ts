/** Stands before each line that a test in the extension host prints, since VS Code prints into the same stream. */
export const testLineMark = '| ';
