import { defineConfig } from 'vitest/config';

// The reader's page alone, and Paperside in a real VS Code: one after the other, each takes a browser.
export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.{test,spec}.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: './workbench/stage.ts',
  },
});
