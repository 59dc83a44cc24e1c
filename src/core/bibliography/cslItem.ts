import type { CslRole, CslVariable } from '../workDetails.ts';

/** A name as CSL-JSON has it: its parts, or a body or undivided name as it is. */
export type CslName =
  | {
      readonly family: string;
      readonly given?: string;
      readonly 'non-dropping-particle'?: string;
      readonly suffix?: string;
    }
  | { readonly literal: string };

/** `[2024]`, `[2024, 5]`, `[2024, 5, 19]`. */
export type CslDateParts = readonly [year: number, month?: number, day?: number];

/** A date as CSL-JSON has it; two ends of a range. */
export interface CslDate {
  readonly 'date-parts': readonly [CslDateParts, CslDateParts?];
}

/** CSL's date variables that a paper can have. */
export const cslDateVariables = [
  'issued',
  'accessed',
  'event-date',
  'original-date',
] as const satisfies readonly CslVariable[];

/** One of them. */
export type CslDateVariable = (typeof cslDateVariables)[number];

/** CSL's text and number variables that a paper can have. */
export type CslTextVariable =
  Exclude<CslVariable, CslDateVariable> | 'title' | 'container-title' | 'abstract' | 'keyword' | 'DOI' | 'URL';

/** One work as CSL-JSON has it. Texts are plain Unicode with `$math$` as TeX. */
export type CslItem = {
  readonly id: string;
  readonly type: string;
} & Readonly<Partial<Record<CslRole, readonly CslName[]>>> &
  Readonly<Partial<Record<CslDateVariable, CslDate>>> &
  Readonly<Partial<Record<CslTextVariable, string>>>;
