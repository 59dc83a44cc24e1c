import { defineConfig } from 'vitest/config';

// The reader's page in a real browser with a stand-in for the host: no VS Code, no network.
export default defineConfig({
  cacheDir: '../../../node_modules/.vite',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
