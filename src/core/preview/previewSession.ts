import type { CitedCluster } from '../csl/formatRequest.ts';
import type { PreviewAnswer } from './previewAnswer.ts';

/** What a session needs of the place it runs in. */
export interface PreviewSessionPorts {
  /** Formats the citations of the document. May reject. */
  make(clusters: readonly CitedCluster[]): Promise<PreviewAnswer>;
  /** What was drawn is not what is known by now. */
  redraw(): void;
  /** A rejection of `make`. */
  report(error: unknown): void;
}

interface Known {
  /** The clusters, as one text. */
  readonly id: string;
  readonly clusters: readonly CitedCluster[];
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
  #wanted: readonly CitedCluster[] = [];
  #isWorking = false;
  /** What the preview shows: the clusters, and the content of the answer if it was that of these clusters. */
  #drawn: { readonly id: string; readonly content: string | undefined } | undefined;

  constructor(ports: PreviewSessionPorts) {
    this.#ports = ports;
  }

  /** What is known now, for a preview that is drawn now. */
  answer(clusters: readonly CitedCluster[]): PreviewAnswer | undefined {
    const id = JSON.stringify(clusters);
    const known = this.#known;
    const isOfThese = known?.id === id;
    this.#drawn = { id, content: isOfThese ? known.content : undefined };
    if (!isOfThese || this.#isStale) this.#want(clusters);
    if (known === undefined || isOfThese) return known?.answer;
    return { ...known.answer, citations: asBefore(known, clusters) };
  }

  /** Whether the preview shows its citations otherwise than is known now. About others it is about to ask. */
  get isBehind(): boolean {
    const isOfThese = this.#drawn !== undefined && this.#drawn.id === this.#known?.id;
    return isOfThese && this.#drawn?.content !== this.#known?.content;
  }

  /** Formats what will be drawn soon. */
  prepare(clusters: readonly CitedCluster[]): void {
    if (this.#isStale || JSON.stringify(clusters) !== this.#known?.id) this.#want(clusters);
  }

  /** The library or the style has changed: formats anew, `now` or when it is next asked. */
  invalidate(now: boolean): void {
    this.#isStale = true;
    if (now && this.#drawn !== undefined) this.#want(this.#wanted);
  }

  #want(clusters: readonly CitedCluster[]): void {
    this.#wanted = clusters;
    if (!this.#isWorking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      for (let made: unknown; made !== this.#wanted || this.#isStale;) {
        made = this.#wanted;
        this.#isStale = false;
        await this.#make(this.#wanted);
      }
    } catch (error) {
      this.#ports.report(error);
    } finally {
      this.#isWorking = false;
    }
  }

  async #make(clusters: readonly CitedCluster[]): Promise<void> {
    const answer = await this.#ports.make(clusters);
    const id = JSON.stringify(clusters);
    this.#known = { id, clusters, answer, content: JSON.stringify(answer) };
    if (this.isBehind) this.#ports.redraw();
  }
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
