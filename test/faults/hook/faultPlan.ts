import * as v from 'valibot';

/** Where in an operation the process ends: instead of it, in the middle of it (half of a write is done), or after it. */
export type KillMoment = 'before' | 'half' | 'after';

const planSchema = v.object({
  /** Names the plan: operations are counted anew for each. */
  id: v.string(),
  /** Operations on these files and on everything below these folders count; absolute paths. */
  watched: v.array(v.string()),
  /** Ends the process at its `at`-th operation, from 1. */
  kill: v.optional(v.object({ at: v.number(), moment: v.picklist(['before', 'half', 'after']) })),
  /** Lets operations of this kind fail while the plan stands: on paths that hold `path`, when it is given. */
  fail: v.optional(v.object({ operation: v.string(), code: v.string(), path: v.optional(v.string()) })),
});

/** What the hook in the extension host is to do; the tests write it as JSON to `faultFiles().plan`. */
export type FaultPlan = v.InferOutput<typeof planSchema>;

/** Reads a plan. Throws when it is none. */
export function parsePlan(json: string): FaultPlan {
  return v.parse(planSchema, JSON.parse(json));
}

/** The files by which tests and hook talk, in a folder that belongs to one test. */
export function faultFiles(folder: string): { readonly plan: string; readonly operations: string } {
  return { plan: `${folder}/plan.json`, operations: `${folder}/operations.log` };
}
