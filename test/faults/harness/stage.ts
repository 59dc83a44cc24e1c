import { ensureBrowser } from '../../support/browser.ts';
import { buildExtension, stageExtension } from '../../support/extensionBuild.ts';
import { ensureServer } from '../../support/installServer.ts';
import { clearTally, tallyReport } from './tally.ts';

/** Before all tests: what they need is installed, and the extension stands in `out/extension` as it is packaged. */
export async function setup(): Promise<void> {
  await ensureBrowser();
  await ensureServer();
  await buildExtension();
  await stageExtension();
  clearTally();
}

/** After all tests: says what they did. A lost character fails the run, also when its test passed when it was tried again. */
export function teardown(): void {
  const { text, lost } = tallyReport();
  console.log(`\n${text}`);
  if (lost > 0) throw new Error(`${lost} characters that were called safe are lost.`);
}
