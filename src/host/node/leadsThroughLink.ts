import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';

/**
 * Whether a symbolic link stands on the way from `root` to `file`, or `file` is one. Letters that differ only in their
 * case or their composition do not count: file systems give them back as they like. Rejects when there is no such file.
 */
export async function leadsThroughLink(file: string, root: string): Promise<boolean> {
  const [realFile, realRoot] = await Promise.all([realpath(file), realpath(root)]);
  return comparable(relative(realRoot, realFile)) !== comparable(relative(root, file));
}

function comparable(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
