import { defineConfig } from 'vitest/config';

// Notes under attack, in real windows of VS Code: each file has a server of its own, two at a time.
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.fault.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    globalSetup: './harness/stage.ts',
  },
});
