import type { CitationScan } from './citation.ts';
import type { CitationSyntax } from './citationSyntax.ts';
import { unpackScan, type PackedScan } from './packedScan.ts';

/** Texts of so many characters are scanned where they are asked about: in less than 50 ms, about 0.09 ms for each KB. */
const longestHere = 400_000;

/** Where long texts are scanned. */
export interface ScanPorts {
  /** Another thread. May reject: it may have stopped. */
  readonly scanElsewhere: (text: string) => Promise<PackedScan | undefined>;
  /** Lets others have a turn. */
  readonly breathe: () => Promise<void>;
  /** Longer texts are long: `longestHere` by default. */
  readonly longest?: number;
}

/**
 * What a text cites: at once, of a long text by another thread, so that this one is not held up. Scans here after all when
 * the other thread has no answer. Never rejects.
 */
export function scanHereOrElsewhere(
  syntax: CitationSyntax,
  text: string,
  { scanElsewhere, breathe, longest = longestHere }: ScanPorts,
): CitationScan | Promise<CitationScan> {
  return text.length <= longest ? syntax.scan(text) : scanLong();

  async function scanLong(): Promise<CitationScan> {
    try {
      const packed = await scanElsewhere(text);
      if (packed === undefined) return syntax.scan(text);
      const steps = unpackScan(packed);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        await breathe();
      }
    } catch {
      // It has stopped, which others say.
      return syntax.scan(text);
    }
  }
}

/** Who types on and on is not waited for. */
const mostTries = 3;

/**
 * What `ask` answers about a thing that may change while it is answered: an answer of the version that the thing has still.
 * `changing` when it never stood still. Rejects as `ask` does.
 */
export async function answerOfNow<T>(
  version: () => number,
  ask: () => T | Promise<T>,
): Promise<{ readonly answer: T } | 'changing'> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const asked = version();
    const answer = await ask();
    if (version() === asked) return { answer };
  }
  return 'changing';
}
