import { ensureBrowser } from '../../support/browser.ts';
import { buildExtension, stageExtension } from '../../support/extensionBuild.ts';
import { ensureServer } from '../../support/installServer.ts';

/** Before all tests: what they need is installed, and the extension stands in `out/extension` as it is packaged. */
export async function setup(): Promise<void> {
  await ensureBrowser();
  await ensureServer();
  await buildExtension();
  await stageExtension();
}
