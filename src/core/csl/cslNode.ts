/** An element of a CSL style or locale, in the form that citeproc reads. Who formats with it may change it. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Record<string, string>;
  readonly children: (CslNode | string)[];
}
