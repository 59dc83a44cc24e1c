import { defineConfig } from 'vitest/config';

// Unit tests know no VS Code, no disk and no clock.
export default defineConfig({
  test: { root: import.meta.dirname, include: ['**/*.test.ts'], environment: 'node' },
});
