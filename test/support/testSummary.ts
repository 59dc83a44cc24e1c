/** How many tests of a stage passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What became of one stage. */
export interface StageResult {
  readonly name: string;
  readonly seconds: number;
  /** Whether its program ended with 0. */
  readonly succeeded: boolean;
  /** Missing for a stage that holds no tests. */
  readonly counts?: Counts;
}

/** The counts of a JSON report by Vitest or by the integration host. A file that fails to load counts as one failed test; any other text as none. */
export function readCounts(text: string): Counts {
  const report = parse(text);
  const broken = report['testResults'];
  const unloaded = Array.isArray(broken) ? broken.filter((file) => isUnloaded(file)).length : 0;
  return {
    passed: numberIn(report, 'numPassedTests') + numberIn(report, 'passed'),
    failed: numberIn(report, 'numFailedTests') + numberIn(report, 'failed') + unloaded,
  };
}

/**
 * The table of all stages, its last line `N passed, N failed`. A stage that ended badly without a failed test, or ran no test
 * although it should hold some, counts as one failure.
 */
export function summary(results: readonly StageResult[]): { readonly text: string; readonly failed: number } {
  const rows = results.map((result) => ({ ...result, failures: failuresOf(result) }));
  const passed = rows.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  const failed = rows.reduce((sum, { failures }) => sum + failures, 0);
  const lines = rows.map(({ name, seconds, counts, failures }) => {
    const words =
      counts === undefined ? (failures === 0 ? 'done' : 'failed') : `${counts.passed} passed, ${failures} failed`;
    const note = counts !== undefined && counts.passed + counts.failed === 0 ? ' (no test ran)' : '';
    return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${words}${note}`;
  });
  const total = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  lines.push(`${'all'.padEnd(12)} ${total.toFixed(1).padStart(6)} s`, `${passed} passed, ${failed} failed`);
  return { text: `\n${lines.join('\n')}`, failed };
}

function failuresOf({ succeeded, counts }: StageResult): number {
  if (counts === undefined) return succeeded ? 0 : 1;
  const ranNothing = counts.passed + counts.failed === 0;
  return ranNothing || (!succeeded && counts.failed === 0) ? counts.failed + 1 : counts.failed;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Vitest's report of a test file that threw before any of its tests. */
function isUnloaded(file: unknown): boolean {
  const { status, assertionResults } = fieldsOf(file);
  return status === 'failed' && Array.isArray(assertionResults) && assertionResults.length === 0;
}

function numberIn(report: Readonly<Record<string, unknown>>, name: string): number {
  const value = report[name];
  return typeof value === 'number' ? value : 0;
}
