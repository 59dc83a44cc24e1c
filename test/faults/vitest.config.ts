import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, the longest first: nobody waits for one that began last. */
const long = ['kills', 'strace', 'hosts', 'outside'];

function placeOf({ moduleId }: TestSpecification): number {
  const index = long.findIndex((name) => moduleId.includes(`/${name}.fault`));
  return index < 0 ? long.length : index;
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...(await super.sort(files))].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

// Notes under attack, in real windows of VS Code: each file has a server of its own. They wait most of the time, so that there may be
// more of them than processors.
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.fault.ts'],
    environment: 'node',
    maxWorkers: 3,
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    globalSetup: './harness/stage.ts',
    sequence: { sequencer: LongestFirst },
  },
});
