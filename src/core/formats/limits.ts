/** A larger paper file is skipped with a message: reading it would take the machine's memory, and no person reads it. */
export const maxPaperFileBytes = 64 * 1024 * 1024;
