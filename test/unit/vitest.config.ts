import { defineConfig } from 'vitest/config';

// Unit tests know no VS Code, no disk and no clock. A test that hangs is ended; how busy the machine is decides nothing.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['../support/propertySeed.ts'],
  },
});
