import type { Reporter, TestCase } from 'vitest/node';

/**
 * A reporter for tests that drive a real window: one that passed only when it was tried again is named at the end, with
 * what went wrong the first time, so that nobody takes it for a sound one.
 */
export default class SecondTries implements Reporter {
  readonly #lines: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return;
    const reason = test.result().errors?.[0]?.message ?? 'no reason is known';
    this.#lines.push(`Passed when tried again: ${test.fullName}\n  first: ${reason}`);
  }

  onTestRunEnd(): void {
    if (this.#lines.length > 0) console.log(`\n${this.#lines.join('\n')}`);
  }
}
