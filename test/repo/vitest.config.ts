import { defineConfig } from 'vitest/config';

// Tests of the repository itself: manifest, layer rules, package contents, bundle budget.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
