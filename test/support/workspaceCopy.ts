import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onExit } from './onExit.ts';
import { repositoryRoot } from './repositoryRoot.ts';

/** A workspace that tests may write to. */
export interface WorkspaceCopy {
  readonly folder: string;
  remove(): void;
}

/** A fresh temporary copy of a folder of this repository; removed at the latest when the process ends. */
export function copyWorkspace(source: string): WorkspaceCopy {
  const top = mkdtempSync(path.join(realpathSync(tmpdir()), 'paperside-'));
  const folder = path.join(top, 'workspace');
  cpSync(path.resolve(repositoryRoot, source), folder, { recursive: true });
  const removeNow = (): void => rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  const forget = onExit(removeNow);
  return {
    folder,
    remove: () => {
      removeNow();
      forget();
    },
  };
}
