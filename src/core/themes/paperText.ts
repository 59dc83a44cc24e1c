/** What of a paper it is grouped by. */
export interface PaperText {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
  /** Words that its file gives it. */
  readonly keywords?: readonly string[] | undefined;
}
