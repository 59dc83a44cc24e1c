/** A key that a file gives and that can be cited at all: no white space, no control characters, not endless. */
export function usableFileKey(key: string | undefined): string | undefined {
  const trimmed = key?.trim() ?? '';
  return /^[^\s\p{Cc}]{1,300}$/u.test(trimmed) ? trimmed : undefined;
}
