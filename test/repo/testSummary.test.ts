import { describe, expect, test } from 'vitest';
import { readCounts, summary } from '../support/testSummary.ts';

describe('the summary of npm test', () => {
  test('ends with the sums', () => {
    const { text, failed } = summary([
      { name: 'types', seconds: 1, succeeded: true },
      { name: 'unit', seconds: 2, succeeded: true, counts: { passed: 5, failed: 0 } },
      { name: 'e2e', seconds: 3, succeeded: false, counts: { passed: 2, failed: 1 } },
    ]);
    expect(text.split('\n').at(-1)).toBe('7 passed, 1 failed');
    expect(failed).toBe(1);
  });

  test.each([
    ['a stage of tests that ran none', { succeeded: true, counts: { passed: 0, failed: 0 } }],
    ['a stage of tests that crashed after passing some', { succeeded: false, counts: { passed: 3, failed: 0 } }],
    ['a stage without tests that failed', { succeeded: false }],
  ])('%s is a failure', (_what, result) => {
    expect(summary([{ name: 'x', seconds: 1, ...result }]).failed).toBe(1);
  });

  test('reads both kinds of report, and a test file that did not load', () => {
    expect(readCounts('{"passed":4,"failed":1}')).toEqual({ passed: 4, failed: 1 });
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    const report = { numPassedTests: 1, numFailedTests: 2, testResults: files };
    expect(readCounts(JSON.stringify(report))).toEqual({ passed: 1, failed: 3 });
    expect(readCounts('cut of')).toEqual({ passed: 0, failed: 0 });
  });
});
