import type { NoteClock } from '../../core/notes/notePorts.ts';

/** The machine's clock. */
export const noteClock: NoteClock = {
  now: () => Date.now(),
  // 2026-05-01T14:25:30.123Z
  stamp: () => new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', ''),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** SHA-256 as hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
