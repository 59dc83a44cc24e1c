import type { CitedCluster } from '../csl/formatRequest.ts';
import type { PreviewAnswer } from './previewAnswer.ts';

/** What a preview shows the citations of. */
export interface PreviewedText {
  readonly clusters: readonly CitedCluster[];
  /** What the text itself says of how they are shown: its front matter, as it is written. */
  readonly says: string;
}

/** What a session needs of the place it runs in. */
export interface PreviewSessionPorts {
  /** Formats the citations of the document. May reject. */
  make(clusters: readonly CitedCluster[]): Promise<PreviewAnswer>;
  /** What was drawn is not what is known by now. */
  redraw(): void;
  /** A rejection of `make`. */
  report(error: unknown): void;
}

interface Wanted {
  /** What is previewed, as one text. */
  readonly id: string;
  readonly clusters: readonly CitedCluster[];
}

interface Known extends Wanted {
  readonly answer: PreviewAnswer;
  /** The answer, as one text. */
  readonly content: string;
}

/**
 * The preview of one document: it is asked at once, and formats behind. Of citations that are not formatted yet it gives
 * what was known of the same ones, so that a preview does not flicker while one types.
 */
export class PreviewSession {
  readonly #ports: PreviewSessionPorts;
  #known: Known | undefined;
  #isStale = false;
  /** What is to be formatted. */
  #wanted: Wanted | undefined;
  #isWorking = false;
  /** What the preview shows: the text, and the content of the answer if it was that of this text. */
  #drawn: { readonly id: string; readonly content: string | undefined } | undefined;

  constructor(ports: PreviewSessionPorts) {
    this.#ports = ports;
  }

  /** What is known now, for a preview that is drawn now. */
  answer(text: PreviewedText): PreviewAnswer | undefined {
    const wanted = wantedOf(text);
    const known = this.#known;
    const isOfThese = known?.id === wanted.id;
    this.#drawn = { id: wanted.id, content: isOfThese ? known.content : undefined };
    this.#want(wanted);
    if (known === undefined || isOfThese) return known?.answer;
    return { ...known.answer, citations: asBefore(known, text.clusters) };
  }

  /** Whether the preview shows its citations otherwise than is known now. About others it is about to ask. */
  get isBehind(): boolean {
    const isOfThese = this.#drawn !== undefined && this.#drawn.id === this.#known?.id;
    return isOfThese && this.#drawn?.content !== this.#known?.content;
  }

  /** Formats what will be drawn soon. */
  prepare(text: PreviewedText): void {
    this.#want(wantedOf(text));
  }

  /** The library or the style has changed: formats anew, `now` or when it is next asked. */
  invalidate(now: boolean): void {
    this.#isStale = true;
    if (now && this.#drawn !== undefined && this.#wanted !== undefined) this.#want(this.#wanted);
  }

  /** Also what is known is wanted again while other text is formatted: it is the last that was asked for. */
  #want(wanted: Wanted): void {
    this.#wanted = wanted;
    if (!this.#isWorking && (this.#isStale || wanted.id !== this.#known?.id)) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    let hasFailed = false;
    for (let made: Wanted | undefined; this.#wanted !== undefined && this.#isMissing(made, this.#wanted);) {
      made = this.#wanted;
      this.#isStale = false;
      hasFailed = !(await this.#isMade(made));
    }
    this.#isWorking = false;
    // What is known is older than what could not be had: whoever asks next has it tried anew.
    if (hasFailed) this.#isStale = true;
  }

  #isMissing(made: Wanted | undefined, wanted: Wanted): boolean {
    return this.#isStale || made?.id !== wanted.id;
  }

  async #isMade({ id, clusters }: Wanted): Promise<boolean> {
    try {
      const answer = await this.#ports.make(clusters);
      this.#known = { id, clusters, answer, content: JSON.stringify(answer) };
    } catch (error) {
      this.#ports.report(error);
      return false;
    }
    if (this.isBehind) this.#ports.redraw();
    return true;
  }
}

function wantedOf({ clusters, says }: PreviewedText): Wanted {
  return { id: JSON.stringify([says, clusters]), clusters };
}

/** Of each cluster what was known of the same one. */
function asBefore({ clusters, answer }: Known, now: readonly CitedCluster[]): PreviewAnswer['citations'] {
  const known = new Map(clusters.map((cluster, index) => [written(cluster), answer.citations[index]]));
  return now.map((cluster) => known.get(written(cluster)));
}

/** As the writer has it, wherever it stands. */
function written({ inText, items, inNote }: CitedCluster): string {
  return JSON.stringify([inText, items, inNote]);
}
