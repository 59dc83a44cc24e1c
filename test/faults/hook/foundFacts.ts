import * as v from 'valibot';

const overwritten = v.optional(v.object({ success: v.boolean(), overwritten: v.boolean() }));

const factsSchema = v.object({
  /** Bytes on disk of the 20,000 and more that a document had when its save was called a success on a full disk. */
  shortWrite: v.optional(v.object({ success: v.boolean(), bytes: v.number() })),
  /** A change from outside of the same size, and one with an older time, when the document over it was saved. */
  sameSize: overwritten,
  olderTime: overwritten,
  failure: v.optional(v.string()),
});

/** What was found; the test reads it as JSON. */
export type Facts = v.InferOutput<typeof factsSchema>;

/** Reads what was found. Throws when it is something else. */
export function parseFacts(json: string): Facts {
  return v.parse(factsSchema, JSON.parse(json));
}
