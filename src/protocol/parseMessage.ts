import * as v from 'valibot';

import type { Result } from '../core/result.ts';

/**
 * Checks against a schema and copies what it names: unknown types and keys (also `__proto__`), wrong types and texts over
 * their limit are errors. The error names the place, never the content.
 */
export function parseMessage<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Result<T> {
  const outcome = v.safeParse(schema, input, { abortEarly: true });
  if (outcome.success) return { ok: true, value: outcome.output };
  const [issue] = outcome.issues;
  const path = v.getDotPath(issue) ?? 'message';
  return { ok: false, error: `${path.slice(0, 100)}: expected ${(issue.expected ?? issue.type).slice(0, 100)}` };
}
